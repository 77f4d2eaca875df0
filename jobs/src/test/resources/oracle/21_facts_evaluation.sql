-- 好差评. V = valid, A = valid and not default, first = assess_number 1. All on the rating's day.
create table rating as
select *, assess_ts::date as day,
  is_valid and not is_default as active,
  [{'split': '', 'value': ''}, {'split': 'channel', 'value': channel},
   {'split': 'mode', 'value': mode}, {'split': 'target', 'value': target_type},
   {'split': 'case_type', 'value': case_type},
   {'split': 'satisfaction', 'value': satisfaction::varchar},
   {'split': 'standing', 'value': case when not is_valid then 'INVALID'
     when is_default then 'DEFAULT' else 'ACTIVE' end}] as splits
from evaluation;

create table rating_metric as
with r as (select * from rating where in_periods(day))
-- EV-01: every rating, of whatever number and validity
select 'evaluations' as metric, true as counted, true as good, r.* from r
union all
select 'praise_rate', active and assess_number = 1, satisfaction >= 3, r.* from r
union all
select 'praise_rate_all', is_valid and assess_number = 1, satisfaction >= 3, r.* from r
union all
select 'bad_count', active and assess_number = 1 and satisfaction <= 2, true, r.* from r
union all
select 'bad_rate', active and assess_number = 1, satisfaction <= 2, r.* from r
union all
-- EV-05: A / V, second ratings too
select 'active_share', is_valid, active, r.* from r;

insert into fact
select metric, day, count(*) filter (good), count(*), region_id, org_code, hall_id, window_id,
  item_code, splits
from rating_metric where counted
group by all;

-- EV-09: the share of each level in the active first ratings
insert into fact
select 'level_share', day, count(*) filter (coalesce(satisfaction = level, true)), count(*),
  region_id, org_code, hall_id, window_id, item_code,
  [{'split': if(level is null, '', 'satisfaction'), 'value': coalesce(level::varchar, '')}]
from rating cross join (values (null), (1), (2), (3), (4), (5)) as v(level)
where active and assess_number = 1 and in_periods(day)
group by all;

-- A bad rating: valid, active, first, at most 2; with its line of the rectification ledger (the
-- sender's number; of several the latest opened, then the greatest number; opened within 62 days).
-- No line = 未建单 = not rectified. Judged untrue (不实) = out of both numbers. Its place is the
-- rating's.
create table bad_rating as
select b.*, r.rect_id, r.opened_ts, r.done_ts, r.verify_result,
  coalesce(r.due_ts, policy.due_ts) as due_ts -- the line's, else the policy's from the rating on
from rating b
left join rectification r on r.origin_type = 'EVALUATION'
  and r.origin_id = coalesce(b.source_record_id, b.project_no)
  and abs(r.opened_ts::date - b.day) <= 62
left join due_by_policy policy on policy.source = '*'
  and policy.stage = coalesce(r.policy, 'RECTIFY_SIMPLE') and policy.day = b.day
where b.active and b.assess_number = 1 and b.satisfaction <= 2
qualify row_number() over (
  partition by b.source_system, b.source_record_id
  order by r.opened_ts desc nulls last, r.rect_id desc) = 1;

-- RC-01 by the month of the rating, done whenever; RC-02 by the day it falls due
insert into fact
select 'rectification_rate', day, count(*) filter (done_ts is not null), count(*), region_id,
  org_code, hall_id, window_id, item_code, splits
from bad_rating
where verify_result is distinct from 'FALSE' and in_periods(day)
group by all;

insert into fact
select 'rectification_on_time_rate', due_ts::date, count(*) filter (done_ts <= due_ts), count(*),
  region_id, org_code, hall_id, window_id, item_code, splits
from bad_rating
where verify_result is distinct from 'FALSE' and in_periods(due_ts::date)
group by all;

-- RC-08: working days from opening to doing, of what was done in the period, at the ledger's own
-- place, else at its office's. Of bad ratings: "other obligations have metrics of their own".
insert into duration
select unnest(['rectification_days_p50', 'rectification_days_p90']), r.done_ts::date,
  workdays_between(r.opened_ts::date, r.done_ts::date),
  coalesce(r.region_id, o.region_id), r.org_code, r.hall_id, r.window_id, null,
  [{'split': '', 'value': ''}, {'split': 'origin_type', 'value': r.origin_type},
   {'split': 'category', 'value': r.category}]
from rectification r
left join org o on o.org_code = r.org_code and r.opened_ts::date between o.valid_from and o.valid_to
where r.origin_type = 'EVALUATION' and in_periods(r.done_ts::date);
