"""Holds the product's answers of work W1 against the peer's: compare.py STORE FOLDER. Every column of the ledger that
both have and every row of the counts by day are compared as sums of hashes, a day at a time; then the fates."""

import csv
import sys

import duckdb

SAID = (
    "{id} as id, assess_ts, region_id, hall_id, window_id, item_code, channel, satisfaction::int as satisfaction, "
    "is_default, text, evaluator_key, operate_ts"
)
COUNTED = '"table", origin, measure, day, scope, scope_id, split, split_value, n, x'


def sums(db, columns, files, day):
    """A row a day: how many rows and the sum of their hashes."""
    rows = f"select {columns}, {day} as on_day from read_parquet('{files}', hive_partitioning = false)"
    names = db.execute(f"select * exclude (on_day) from ({rows}) limit 0").description
    hashed = ", ".join(f'"{name[0]}"' for name in names)
    return dict(
        (day, rest)
        for day, *rest in db.execute(
            f"select on_day, count(*), sum(hash({hashed})::hugeint) from ({rows}) group by all"
        ).fetchall()
    )


def differ(what, ours, theirs):
    days = [day for day in sorted(set(ours) | set(theirs)) if ours.get(day) != theirs.get(day)]
    rows = sum(count for count, _ in ours.values())
    print(f"{what}: {rows} rows on {len(ours)} days, {len(days)} days differ")
    for day in days[:5]:
        print(f"  {day}: {ours.get(day)} and {theirs.get(day)}")
    return len(days)


def fates(db, store):
    rows = db.execute(
        f"""
        select fate, coalesce(reason, ''), sum(records)::bigint
        from read_parquet('{store}/warehouse/night/fates/data/*.parquet') where records > 0 group by all order by all
        """
    ).fetchall()
    return [[str(cell) for cell in row] for row in rows]


def main(store, folder):
    db = duckdb.connect()
    db.execute("set timezone = 'UTC'")
    wrong = differ(
        "ledger",
        sums(
            db,
            SAID.format(id="source_record_id"),
            f"{store}/warehouse/ledger/evaluation/data/**/*.parquet",
            "event_date",
        ),
        sums(db, SAID.format(id="id"), f"{folder}/ledger/**/*.parquet", "event_date"),
    )
    wrong += differ(
        "daily",
        sums(db, COUNTED, f"{store}/warehouse/night/daily/data/**/*.parquet", "day"),
        sums(db, COUNTED, f"{folder}/daily/*.parquet", "day"),
    )
    with open(f"{folder}/fates.csv", newline="") as rows:
        theirs = list(csv.reader(rows))
    ours = fates(db, store)
    print("fates: " + ("equal" if ours == theirs else f"{ours} and {theirs}"))
    sys.exit(1 if wrong or ours != theirs else 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
