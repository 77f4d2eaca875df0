-- 12345. The ticket counts volume, resolution and satisfaction; the leg judges the office.
create table tickets as
select *, [{'split': '', 'value': ''}, {'split': 'channel', 'value': channel},
  {'split': 'category', 'value': category}, {'split': 'topic', 'value': topic_l1}] as splits
from hotline_ticket;

insert into fact
select 'tickets', receive_ts::date, count(*), count(*), region_id, org_code, null, null, null, splits
from tickets where in_periods(receive_ts::date) group by all;

insert into fact -- HT-02
select 'direct_answer_rate', receive_ts::date, count(*) filter (direct_answer), count(*), region_id,
  org_code, null, null, null, splits
from tickets where in_periods(receive_ts::date) group by all;

insert into fact -- HT-08: resolved / in scope and validly revisited; explained is not resolved
select 'resolution_rate', revisit_ts::date, count(*) filter (resolved = 'RESOLVED'), count(*),
  region_id, org_code, null, null, null, splits
from tickets where in_scope and revisit_valid and in_periods(revisit_ts::date) group by all;

insert into fact -- HT-09: satisfied or basically satisfied / rated and in scope
select 'satisfaction_rate', revisit_ts::date,
  count(*) filter (satisfaction_result in ('5', '4', '3', 'Y', 'BASIC')), count(*),
  region_id, org_code, null, null, null, splits
from tickets
where in_scope and satisfaction_result <> 'UNRATED' and in_periods(revisit_ts::date)
group by all;

-- Legs, without those whose return was accepted and those merged: an accepted return leaves the
-- denominators of the office that returned it (A10, and §2.3 for every rate).
create table legs as
select l.* exclude (region_id), coalesce(l.region_id, o.region_id) as region_id,
  [{'split': '', 'value': ''}] as splits
from ticket_leg l
left join org o on o.org_code = l.org_code
  and l.dispatched_ts::date between o.valid_from and o.valid_to
where not return_accepted and outcome is distinct from 'MERGED';

insert into fact -- HT-04
select 'response_rate', contact_due_ts::date, count(*) filter (first_contact_ts <= contact_due_ts),
  count(*), region_id, org_code, null, null, null, splits
from legs where in_periods(contact_due_ts::date) group by all;

insert into fact -- HT-05
select 'on_time_closing_rate', due_ts::date, count(*) filter (replied_ts <= due_ts), count(*),
  region_id, org_code, null, null, null, splits
from legs where in_periods(due_ts::date) group by all;

-- HT-15: open at the end of the period (or of as_of), opened in the 400 days before. The duty of the
-- hotline is the leg (a ticket has no time limit of its own here). Overdue = due by that instant.
insert into fact
select m.name, moment.day, count(*), count(*), region_id, org_code, null, null, null,
  [{'split': '', 'value': ''}, {'split': 'age', 'value': case
    when workdays_between(dispatched_ts::date, moment.day) <= 5 then '0-5'
    when workdays_between(dispatched_ts::date, moment.day) <= 15 then '6-15'
    else '16+' end}]
from legs
join (
  select least(last_day, getvariable('as_of')::date) as day,
    least(last_day, getvariable('as_of')::date) + interval 1 day as instant
  from period
) moment on dispatched_ts < moment.instant
  and dispatched_ts >= moment.instant - interval 400 day
  and (replied_ts is null or replied_ts >= moment.instant)
join (values ('open_tickets'), ('open_tickets_in_time'), ('open_tickets_overdue')) as m(name)
  on case m.name when 'open_tickets_in_time' then due_ts >= moment.instant
    when 'open_tickets_overdue' then due_ts < moment.instant else true end
group by all;
