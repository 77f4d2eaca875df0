-- What is computed, from the tables of the domain paper (§7b) and the id list of the design.
-- unit: how to print; least: smallest denominator that may be printed and ranked (S30, S5; blank
-- in the table = the default S30; 'k/n' of 办不成事 = no percent below 30, finding 10);
-- better: the column dir; splits: the table that says which; scopes: the places its rows have;
-- due_sources: set for due metrics, whose days end with the newest delivery of each source read that
-- says when it is expected; of a table none of whose sources does, of each. (The literal text waits
-- for every source: then one last paper sheet, or a kiosk taken away, would stop RC-02 for ever.)
create table metric (metric varchar, code varchar, kind varchar, unit varchar, least int,
  better varchar, base varchar, scopes varchar[], due_sources varchar[]);

create macro all_places() as ['ALL', 'REGION', 'ORG', 'HALL', 'WINDOW', 'ITEM'];

insert into metric values
  ('evaluations', 'EV-01', 'COUNT', 'NONE', null, null, 'evaluation', all_places(), null),
  ('praise_rate', 'EV-02', 'PROPORTION', 'PERCENT', 30, 'UP', 'evaluation', all_places(), null),
  ('praise_rate_all', 'EV-03', 'PROPORTION', 'PERCENT', 30, 'UP', 'evaluation', all_places(), null),
  ('bad_count', 'EV-04', 'COUNT', 'NONE', null, 'DOWN', 'evaluation', all_places(), null),
  ('bad_rate', 'EV-04', 'PROPORTION', 'PER_100K', 30, 'DOWN', 'evaluation', all_places(), null),
  ('active_share', 'EV-05', 'PROPORTION', 'PERCENT', 30, 'UP', 'evaluation', all_places(), null),
  ('participation_rate', 'EV-06', 'PROPORTION', 'PERCENT', 30, 'UP', 'service_case', all_places(),
    null),
  ('level_share', 'EV-09', 'PROPORTION', 'PERCENT', 5, null, 'evaluation', all_places(), null),
  ('rectification_rate', 'RC-01', 'PROPORTION', 'PERCENT', 5, 'UP', 'evaluation', all_places(),
    null),
  ('rectification_on_time_rate', 'RC-02', 'PROPORTION', 'PERCENT', 5, 'UP', 'evaluation',
    all_places(), ['pj', 'zgtz']),
  ('rectification_days_p50', 'RC-08', 'QUANTILE', 'DAYS', 5, 'DOWN', 'rectification',
    ['ALL', 'REGION', 'ORG', 'HALL', 'WINDOW'], null),
  ('rectification_days_p90', 'RC-08', 'QUANTILE', 'DAYS', 5, 'DOWN', 'rectification',
    ['ALL', 'REGION', 'ORG', 'HALL', 'WINDOW'], null),
  ('service_cases', 'SV-01', 'COUNT', 'NONE', null, null, 'service_case', all_places(), null),
  ('service_on_time_rate', 'SV-02', 'PROPORTION', 'PERCENT', 30, 'UP', 'service_case',
    all_places(), ['bj']),
  ('service_closed_on_time_rate', 'SV-03', 'PROPORTION', 'PERCENT', 30, 'UP', 'service_case',
    all_places(), null),
  ('tickets', 'HT-01', 'COUNT', 'NONE', null, null, 'hotline_ticket', ['ALL', 'REGION', 'ORG'],
    null),
  ('direct_answer_rate', 'HT-02', 'PROPORTION', 'PERCENT', 30, 'UP', 'hotline_ticket',
    ['ALL', 'REGION', 'ORG'], null),
  ('response_rate', 'HT-04', 'PROPORTION', 'PERCENT', 30, 'UP', 'ticket_leg',
    ['ALL', 'REGION', 'ORG'], ['cb']),
  ('on_time_closing_rate', 'HT-05', 'PROPORTION', 'PERCENT', 30, 'UP', 'ticket_leg',
    ['ALL', 'REGION', 'ORG'], ['cb']),
  ('resolution_rate', 'HT-08', 'PROPORTION', 'PERCENT', 30, 'UP', 'hotline_ticket',
    ['ALL', 'REGION', 'ORG'], null),
  ('satisfaction_rate', 'HT-09', 'PROPORTION', 'PERCENT', 30, 'UP', 'hotline_ticket',
    ['ALL', 'REGION', 'ORG'], null),
  ('open_tickets', 'HT-15', 'STOCK', 'NONE', null, 'DOWN', 'ticket_leg', ['ALL', 'REGION', 'ORG'],
    null),
  ('open_tickets_in_time', 'HT-15', 'STOCK', 'NONE', null, null, 'ticket_leg',
    ['ALL', 'REGION', 'ORG'], null),
  ('open_tickets_overdue', 'HT-15', 'STOCK', 'NONE', null, 'DOWN', 'ticket_leg',
    ['ALL', 'REGION', 'ORG'], null),
  ('cases_accepted', 'UC-01', 'COUNT', 'NONE', null, null, 'unresolved_case',
    all_places(), null),
  ('coordinated_rate', 'UC-03', 'PROPORTION', 'PERCENT', 30, 'UP', 'unresolved_case',
    all_places(), null),
  ('cases_done_rate', 'UC-04', 'PROPORTION', 'PERCENT', 30, 'UP', 'unresolved_case',
    all_places(), null),
  ('cases_on_time_rate', 'UC-05', 'PROPORTION', 'PERCENT', 30, 'UP', 'unresolved_case',
    all_places(), ['bbcs']),
  ('case_outcome_share', 'UC-03', 'PROPORTION', 'PERCENT', 30, null, 'unresolved_case',
    all_places(), null),
  ('assistance_count', 'AS-01', 'COUNT', 'NONE', null, null, 'assistance',
    ['ALL', 'REGION', 'HALL', 'ITEM'], null),
  ('assistance_finish_rate', 'AS-02', 'PROPORTION', 'PERCENT', 30, 'UP', 'assistance',
    ['ALL', 'REGION', 'HALL', 'ITEM'], null),
  ('messages', null, 'COUNT', 'NONE', null, null, 'online_message', ['ALL', 'REGION', 'ORG'], null),
  ('message_on_time_reply_rate', 'OM-01', 'PROPORTION', 'PERCENT', 30, 'UP', 'online_message',
    ['ALL', 'REGION', 'ORG'], ['wz']),
  ('message_reply_rate', 'OM-02', 'PROPORTION', 'PERCENT', 30, 'UP', 'online_message',
    ['ALL', 'REGION', 'ORG'], null);

-- the newest as_of received of every kind of file (a delivery that was refused is not received)
create table received as
select regexp_extract(delivery, '^[a-z]+') as kind, max(delivery_as_of)::date as newest
from (
  select delivery, delivery_as_of from evaluation_sent
  where delivery not in (select delivery from inverted_scale)
  union all select delivery, delivery_as_of from service_case_read
  union all select delivery, delivery_as_of from hotline_ticket_read
  union all select delivery, delivery_as_of from ticket_leg_read
  union all select delivery, delivery_as_of from rectification_read
  union all select delivery, delivery_as_of from unresolved_case_read
  union all select delivery, delivery_as_of from assistance_read
  union all select delivery, delivery_as_of from online_message_read
)
group by kind;

-- the last day that counts: everything up to the period's end and as_of; for due metrics also not
-- beyond the newest delivery of any source they read
create table last_counted as
select m.metric,
  least(getvariable('as_of')::date, coalesce(min(r.newest), date '9999-12-31')) as day
from metric m left join received r on list_contains(m.due_sources, r.kind)
group by m.metric;

-- One line for what is counted: k of n on a day at a place; the splits it shows up in ('' = none).
create table fact (metric varchar, day date, k bigint, n bigint, region_id varchar,
  org_code varchar, hall_id varchar, window_id varchar, item_code varchar,
  splits struct(split varchar, value varchar)[]);

-- Durations in working days, for quantiles.
create table duration (metric varchar, day date, days bigint, region_id varchar, org_code varchar,
  hall_id varchar, window_id varchar, item_code varchar,
  splits struct(split varchar, value varchar)[]);

create macro in_periods(d) as exists (
  select 1 from period p where d between p.first_day and p.last_day);
