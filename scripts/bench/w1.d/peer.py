"""Work W1 in DuckDB: peer.py CSV FOLDER KEY. Writes the ledger and the counts by day as Parquet,
a folder a month, the fates as CSV. Same answers as the product's, made as DuckDB makes them best:
one reading of the CSV, ids that occur twice looked at alone, month by month afterwards."""

import csv
import os
import sys

import duckdb

LEVELS = {
    "1": "PC", "2": "MOBILE", "4": "HALL_TABLET", "5": "HALL_OTHER", "6": "SMS", "7": "SYSTEM_DEFAULT",
}
COLUMNS = [
    "id", "told", "region", "hall", "win", "item", "chan", "level", "standard", "text", "phone", "name", "later",
]
# measure: predicate over active (not a default) and level; all are valid first ratings
MEASURES = {
    "evaluations": "true", "valid_ratings": "true", "active_ratings": "not is_default", "ratings_all": "true",
    "good_ratings_all": "satisfaction >= 3", "ratings": "not is_default",
    "good_ratings": "not is_default and satisfaction >= 3", "bad_ratings": "not is_default and satisfaction <= 2",
}
HEADLINE = ["ratings", "good_ratings", "bad_ratings"]
SPLITS = {
    "standing": ["evaluations"], "channel": list(MEASURES), "mode": list(MEASURES), "target": ["evaluations"],
    "satisfaction": HEADLINE, "case_type": HEADLINE,
}
VALUES = {
    "standing": "case when is_default then 'DEFAULT' else 'ACTIVE' end", "channel": "channel", "mode": "'(none)'",
    "target": "'CASE'", "satisfaction": "satisfaction::varchar", "case_type": "'(none)'",
}
SCOPES = {
    "ALL": "''", "REGION": "region_id", "ORG": "'(none)'", "HALL": "hall_id", "WINDOW": "window_id",
    "ITEM": "item_code",
}


def pads(key):
    """The two keyed blocks of HMAC-SHA256."""
    secret = key.split(":", 1)[1].encode().ljust(64, b"\0")
    return tuple("".join("\\x%02X" % (b ^ pad) for b in secret) for pad in (0x36, 0x5C))


def read(db, source, key):
    inner, outer = pads(key)
    names = "{" + ", ".join(f"'{name}': 'VARCHAR'" for name in COLUMNS) + "}"
    codes = " ".join(f"when '{code}' then '{name}'" for code, name in LEVELS.items())
    db.execute(
        f"""
        create table told as select id, try_strptime(told, '%Y-%m-%d %H:%M:%S') as assess_ts, region as region_id,
          hall as hall_id, win as window_id, item as item_code, case chan {codes} end as channel,
          case when level in ('1', '2', '3', '4', '5') then level::tinyint end as satisfaction,
          standard = '1' as is_default, text,
          '{key.split(":")[0]}:' || sha256('{outer}'::blob || unhex(sha256('{inner}phone\\x00'::blob || phone::blob)))
            as evaluator_key,
          strptime(later, '%Y-%m-%d %H:%M:%S') as operate_ts
        from read_csv('{source}', header = true, columns = {names}, quote = '"', escape = '"', delim = ',',
          new_line = '\\n', nullstr = '', auto_detect = false)
        """
    )
    db.execute(
        """
        create table again as select id, max(operate_ts) as newest from told
        where assess_ts is not null and channel is not null and satisfaction is not null
        group by id having count(*) > 1
        """
    )


FAULTS = "assess_ts is null or channel is null or satisfaction is null"


def fates(db, folder):
    rows = db.execute(
        f"""
        select 'REJECTED', case when assess_ts is null then 'bad-date:assess_ts'
          when channel is null then 'unknown-code:channel' else 'unknown-code:satisfaction' end, count(*)
        from told where {FAULTS} group by all
        union all select 'ACCEPTED', '', count(distinct id) from told where not ({FAULTS})
        union all select 'SUPERSEDED', '', count(*) - count(distinct id) from told
          where not ({FAULTS}) and id in (select id from again)
        order by all
        """
    ).fetchall()
    with open(os.path.join(folder, "fates.csv"), "w", newline="") as out:
        csv.writer(out).writerows(rows)


def ledger(db, folder):
    db.execute(
        f"""
        create view kept as select told.*, assess_ts::date as event_date, strftime(assess_ts, '%Y-%m') as origin
        from told left join again using (id)
        where not ({FAULTS}) and (newest is null or operate_ts = newest)
        """
    )
    db.execute(
        f"""
        copy (select id, assess_ts - interval 8 hour as assess_ts, region_id, hall_id, window_id, item_code, channel,
            satisfaction, is_default, text, evaluator_key, operate_ts - interval 8 hour as operate_ts, event_date,
            origin from kept order by event_date)
        to '{folder}/ledger' (format parquet, compression zstd, partition_by (origin))
        """
    )


def query(scope, split, measures, rows):
    value = VALUES[split] if split else "''"
    counts = ", ".join(f"sum(n) filter (where {MEASURES[m]}) as {m}" for m in measures)
    names = ", ".join(f"'{m}'" for m in measures)
    return f"""
        select unnest([{names}]) as measure, day, '{scope}' as scope, scope_id, '{split}' as split, split_value,
          unnest([{", ".join(measures)}])::bigint as n
        from (select event_date as day, {SCOPES[scope]} as scope_id, {value} as split_value, {counts}
          from {rows} group by all)"""


def received(scope, split, rows):
    value = "'ratings'" if split else "''"
    return f"""
        select '(rows)' as measure, event_date as day, '{scope}' as scope, {SCOPES[scope]} as scope_id,
          '{split}' as split, {value} as split_value, sum(n)::bigint as n from {rows} group by all"""


def daily(db, folder):
    os.makedirs(f"{folder}/daily")
    # region and hall see few kinds of rows a day: they are counted once, scopes and splits from there
    queries = [query("WINDOW", "", MEASURES, "rows"), query("ITEM", "", MEASURES, "rows")]
    for scope in ("ALL", "REGION", "ORG", "HALL"):
        queries.append(query(scope, "", MEASURES, "kinds"))
        queries += [query(scope, split, measures, "kinds") for split, measures in SPLITS.items()]
        if scope != "ORG":
            queries += [received(scope, split, "kinds") for split in ("", "source")]
    union = " union all ".join(queries)
    for (origin,) in db.execute("select distinct origin from kept order by 1").fetchall():
        db.execute(
            f"""
            create or replace table rows as select event_date, region_id, hall_id, window_id, item_code, channel,
              satisfaction, is_default, 1 as n from read_parquet('{folder}/ledger/origin={origin}/*.parquet')
            """
        )
        db.execute(
            """
            create or replace table kinds as select event_date, region_id, hall_id, channel, satisfaction, is_default,
              count(*) as n from rows group by all
            """
        )
        db.execute(
            f"""
            copy (select 'evaluation' as "table", '{origin}' as origin, measure, day, scope, scope_id, split,
                split_value, n, null::decimal(38, 6) as x from ({union}) where n > 0)
            to '{folder}/daily/{origin}.parquet' (format parquet, compression zstd)
            """
        )


def main(source, folder, key):
    db = duckdb.connect()
    db.execute(f"set threads = {os.cpu_count()}; set preserve_insertion_order = false")
    db.execute(f"set temp_directory = '{folder}/spill'")
    read(db, source, key)
    fates(db, folder)
    ledger(db, folder)
    db.execute("create table origins as select distinct origin from kept")
    daily(db, folder)


if __name__ == "__main__":
    main(*sys.argv[1:])
