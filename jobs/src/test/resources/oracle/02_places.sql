-- Places by the registers in force on the day of the event.
create table region as
select region_id, gb_code, name, kind, parent_id, rank_group,
  coalesce(valid_from::date, date '0001-01-01') as valid_from,
  coalesce(valid_to::date, date '9999-12-31') as valid_to, successor_id
from read_csv(getvariable('registers') || '/region.csv', all_varchar = true, header = true);

create table org as
select org_code, name, region_id, rank_group,
  coalesce(valid_from::date, date '0001-01-01') as valid_from,
  coalesce(valid_to::date, date '9999-12-31') as valid_to
from read_csv(getvariable('registers') || '/org.csv', all_varchar = true, header = true);

create table hall as
select hall_id, name, region_id, level,
  coalesce(opened::date, date '0001-01-01') as valid_from,
  coalesce(closed::date, date '9999-12-31') as valid_to
from read_csv(getvariable('registers') || '/hall.csv', all_varchar = true, header = true);

-- "window" is a word of SQL
create table hall_window as
select window_id, hall_id, "no", org_code,
  coalesce(valid_from::date, date '0001-01-01') as valid_from,
  coalesce(valid_to::date, date '9999-12-31') as valid_to
from read_csv(getvariable('registers') || '/window.csv', all_varchar = true, header = true);

-- 6, 9 or 12 digits mean the same place: its first six; otherwise the local code
create macro region_code(x) as case
  when regexp_full_match(x, '\d{6}|\d{9}|\d{12}') then left(x, 6) else x end;

-- A written code is the region that bears it (as gb_code or as its own id); a region that is no
-- longer valid counts for its successor. Unknown codes find nothing: they count under (none).
create table region_written as
select coalesce(gb_code, region_id) as code, coalesce(successor_id, region_id) as region_id
from region
union
select region_id, coalesce(successor_id, region_id) from region;

-- Leaves add to their parents: 360702 -> 3607 (the city's row is the sum of its parts). Rows of no
-- known place are one of the parts (law 4), so they count for the top region too.
create table region_above as
with recursive above(region_id, counts_for) as (
  select region_id, region_id from region
  union
  select a.region_id, r.parent_id
  from above a join region r on r.region_id = a.counts_for
  where r.parent_id is not null
)
select * from above
union all select '(none)', '(none)'
union all select '(none)', region_id from region where parent_id is null;
