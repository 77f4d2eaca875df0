-- 办不成事
create table unresolved as
select *, [{'split': '', 'value': ''}, {'split': 'cause', 'value': cause_class},
  {'split': 'intake', 'value': intake}, {'split': 'complexity', 'value': complexity},
  {'split': 'outcome', 'value': outcome}, {'split': 'coordinated', 'value': coordinated}] as splits
from unresolved_case;

insert into fact -- UC-01
select 'cases_accepted', receive_ts::date, count(*), count(*), region_id, org_code, hall_id, null,
  item_code, splits
from unresolved where accepted and in_periods(receive_ts::date) group by all;

insert into fact -- UC-03: done or explained / accepted, by the month it was received
select 'coordinated_rate', receive_ts::date, count(*) filter (outcome in ('DONE', 'EXPLAINED')),
  count(*), region_id, org_code, hall_id, null, item_code, splits
from unresolved where accepted and in_periods(receive_ts::date) group by all;

insert into fact -- UC-04: done / closed. Its time is left blank, which is the line above: received
select 'cases_done_rate', receive_ts::date, count(*) filter (outcome = 'DONE'), count(*),
  region_id, org_code, hall_id, null, item_code, splits
from unresolved where accepted and resolve_ts is not null and in_periods(receive_ts::date)
group by all;

insert into fact -- UC-05
select 'cases_on_time_rate', due_ts::date, count(*) filter (resolve_ts <= due_ts), count(*),
  region_id, org_code, hall_id, null, item_code, splits
from unresolved where accepted and in_periods(due_ts::date) group by all;

insert into fact -- the share of each outcome among the accepted
select 'case_outcome_share', receive_ts::date,
  count(*) filter (coalesce(outcome = o.name, true)), count(*), region_id, org_code, hall_id, null,
  item_code, [{'split': if(o.name is null, '', 'outcome'), 'value': coalesce(o.name, '')}]
from unresolved
cross join (
  values (null), ('DONE'), ('EXPLAINED'), ('REJECTED'), ('WITHDRAWN'), ('PENDING')) as o(name)
where accepted and in_periods(receive_ts::date)
group by all;

-- 帮代办: all by the day it began
insert into fact
select m.name, start_ts::date,
  count(finish_ts), count(*), region_id, null, hall_id, null, item_code,
  [{'split': '', 'value': ''}, {'split': 'type', 'value': type},
   {'split': 'client_type', 'value': client_type}]
from assistance cross join (values ('assistance_count'), ('assistance_finish_rate')) as m(name)
where in_periods(start_ts::date) group by all;

-- 问政
create table messages as
select *, [{'split': '', 'value': ''}, {'split': 'type', 'value': type},
  {'split': 'field', 'value': field},
  {'split': 'platform', 'value': null}] as splits -- the demo's source names no platform
from online_message;

insert into fact -- OM-02 by the day of posting
select m.name, post_ts::date, count(reply_ts), count(*),
  region_id, org_code, null, null, null, splits
from messages cross join (values ('messages'), ('message_reply_rate')) as m(name)
where in_periods(post_ts::date) group by all;

insert into fact -- OM-01 by the day the answer falls due
select 'message_on_time_reply_rate', due_ts::date, count(*) filter (reply_ts <= due_ts), count(*),
  region_id, org_code, null, null, null, splits
from messages where in_periods(due_ts::date) group by all;
