-- What was expected and did not come. 市好差评平台 and 审批平台 are expected of every hall on every
-- working day, the hotline of the source on every day. A hall with a median of at least ten rows on
-- the twenty expected days up to its last row has not been received on any expected day since.
create table expected_rows as
select 'evaluation' as base, hall_id, assess_ts::date as day from evaluation
where source_system = 'city-evaluation' and hall_id is not null
union all
select 'service_case', hall_id, accept_ts::date from service_case where hall_id is not null;

create table last_seen as
select base, hall_id, max(day) as day from expected_rows
where day <= getvariable('as_of')::date group by all;

create table usual as
with expected as (
  select s.base, s.hall_id, w.day
  from last_seen s join workday w on w.day <= s.day
  qualify row_number() over (partition by s.base, s.hall_id order by w.day desc) <= 20
), counted as (
  select e.base, e.hall_id, e.day, count(r.day) as came
  from expected e
  left join expected_rows r on r.base = e.base and r.hall_id = e.hall_id and r.day = e.day
  group by all
)
select base, hall_id, median(came) as median from counted group by all;

create table not_received as
select s.base, s.hall_id, w.day
from last_seen s
join usual u on u.base = s.base and u.hall_id = s.hall_id and u.median >= 10
join hall h on h.hall_id = s.hall_id
join workday w on w.day > s.day and w.day <= getvariable('as_of')::date
  and w.day between h.valid_from and h.valid_to;

-- The hall itself: not received on every expected day of the period, or on some (PARTIAL). What adds
-- the hall up lacks those days too: its region, those above, the whole.
create table place_state as
with missing as (
  select n.base, n.hall_id, count(*) as days
  from not_received n
  join period p on p.tag = 'now' and n.day between p.first_day and p.last_day
  group by all
)
select base, 'HALL' as scope, hall_id as scope_id,
  if(days = (
      select count(*) from workday w join period p
        on p.tag = 'now' and w.day between p.first_day and p.last_day),
    'NOT_RECEIVED', 'PARTIAL') as state
from missing
union
select m.base, 'REGION', a.counts_for, 'PARTIAL'
from missing m join hall h using (hall_id) join region_above a on a.region_id = h.region_id
union
select base, 'ALL', '', 'PARTIAL' from missing;
