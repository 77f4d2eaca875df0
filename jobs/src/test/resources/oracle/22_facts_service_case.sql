-- 办件
create table cases as
select *, [{'split': '', 'value': ''}, {'split': 'channel', 'value': channel},
  {'split': 'mode', 'value': if(channel = 'WINDOW', 'FACE', 'NON_FACE')},
  {'split': 'case_type', 'value': case_type}] as splits
from service_case;

insert into fact -- SV-01 on the day of acceptance
select 'service_cases', accept_ts::date, count(*), count(*), region_id, org_code, hall_id,
  window_id, item_code, splits
from cases where in_periods(accept_ts::date) group by all;

insert into fact -- SV-02 on the day it falls due: what is still open then is late
select 'service_on_time_rate', promised_due_ts::date, count(*) filter (finish_ts <= promised_due_ts),
  count(*), region_id, org_code, hall_id, window_id, item_code, splits
from cases where in_periods(promised_due_ts::date) group by all;

insert into fact -- SV-03 on the day of finishing
select 'service_closed_on_time_rate', finish_ts::date,
  count(*) filter (finish_ts <= promised_due_ts), count(*), region_id, org_code, hall_id,
  window_id, item_code, splits
from cases where in_periods(finish_ts::date) group by all;

-- EV-06: a finished case, rated = an active rating of its number not later than ten days after.
-- It counts on the day that window closes. Reading: the ten days are whole days (the window closes
-- with its day), and a rating given on the way (受理, 过程) rates the case as well.
create table case_rated as
select c.*, c.finish_ts::date + 10 as day,
  exists (
    select 1 from rating r
    where r.active and r.project_no = c.project_no and r.day <= c.finish_ts::date + 10) as rated
from cases c
where c.finish_ts is not null;

insert into fact
select 'participation_rate', day, count(*) filter (rated), count(*), region_id, org_code, hall_id,
  window_id, item_code, splits
from case_rated where in_periods(day) group by all;
