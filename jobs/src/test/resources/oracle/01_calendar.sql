-- Working days: weekends off, except where the calendar of the State Council says otherwise.
create table calendar_day as
with named as (
  select "date"::date as day, kind
  from read_csv(getvariable('standards') || '/calendar.csv', all_varchar = true, header = true)
), days as (
  -- published to 2026; the first unpublished year (2027) counts with weekends off, provisional
  select unnest(generate_series(date '2006-12-30', date '2027-12-31', interval 1 day))::date as day
), marked as (
  select day, coalesce(kind = 'work', isodow(day) <= 5) as is_workday
  from days left join named using (day)
)
select day, is_workday,
  sum(is_workday::int) over (order by day)::int as ordinal -- working days up to and with the day
from marked;

create table workday as select ordinal, day from calendar_day where is_workday;

-- the n-th working day after a day; working days in (a, b]
create macro workday_after(d, n) as (
  select w.day from workday w
  where w.ordinal = (select c.ordinal from calendar_day c where c.day = d) + n);
create macro workdays_between(a, b) as
  (select c.ordinal from calendar_day c where c.day = b)
  - (select c.ordinal from calendar_day c where c.day = a);

create table deadline_policy as
select source, stage, n::int as n, unit, start_rule
from read_csv(getvariable('standards') || '/deadline_policy.csv', all_varchar = true, header = true);

-- When something falls due whose clock starts on a day: the end of the n-th working day.
-- NEXT_DAY: the day of receipt is not counted. SAME_DAY: it is, where it is a working day.
-- A named source goes before '*'. (All policies in the file are in WORKDAY.)
create table due_by_policy as
select p.source, p.stage, s.day,
  d.day + interval 1 day - interval 1 microsecond as due_ts
from deadline_policy p
cross join calendar_day s
join calendar_day before on before.day = s.day - (p.start_rule = 'SAME_DAY')::int
join workday d on d.ordinal = before.ordinal + p.n
where p.unit = 'WORKDAY';

-- a date is within the calendar
create macro in_calendar(ts) as ts is null or year(ts) between 2007 and 2027;
