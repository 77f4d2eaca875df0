-- Ranks inside a group of like units: competition ranks (1, 2, 2, 4) by the fraction itself, ties
-- are equal fractions. Too small a sample is listed, not ranked; so is the only unit of a group that
-- could be ranked: a place needs somebody before or behind it. 市本级 has no group: not ranked.
-- Which metrics are ranked for which scope is the catalogue's choice: all that can be are computed.
create table ranked_unit as
select 'REGION' as scope, region_id as scope_id, rank_group from region where rank_group is not null
union all select 'ORG', org_code, rank_group from org where rank_group is not null
union all select 'HALL', hall_id, level from hall where level is not null;

create table rankings as
with able as (
  select m.period, m.metric, u.rank_group, m.scope, m.scope_id, m.scope_name, m.better,
    coalesce(m.numerator, 0)::hugeint as k, coalesce(m.denominator, 1)::hugeint as n, m.state,
    case
      when m.state in ('NOT_RECEIVED', 'NOT_DUE', 'NO_BUSINESS') then m.state
      when not m.sufficient then 'SMALL_SAMPLE' end as unranked_reason
  from metrics m join ranked_unit u using (scope, scope_id)
  where m.split = '' and m.better is not null and m.kind in ('PROPORTION', 'COUNT')
), candidate as (
  select * replace (
    case when unranked_reason is null and count(*) filter (unranked_reason is null) over (
        partition by metric, scope, rank_group) = 1
      then 'ALONE' else unranked_reason end as unranked_reason)
  from able
), better as ( -- in front of a: a strictly better fraction
  select a.metric, a.scope, a.scope_id,
    count(*) filter (if(a.better = 'UP', b.k * a.n > a.k * b.n, b.k * a.n < a.k * b.n)) as ahead,
    count(*) filter (b.scope_id <> a.scope_id and b.k * a.n = a.k * b.n) as level_with
  from candidate a join candidate b
    on b.metric = a.metric and b.scope = a.scope and b.rank_group = a.rank_group
    and b.unranked_reason is null
  where a.unranked_reason is null
  group by all
)
select c.period, c.metric, c.rank_group, c.scope, c.scope_id, c.scope_name,
  (b.ahead + 1)::int as rank,
  (count(*) filter (c.unranked_reason is null) over (
    partition by c.metric, c.scope, c.rank_group))::int as rank_of,
  coalesce(b.level_with > 0, false) as tied, c.unranked_reason
from candidate c left join better b using (metric, scope, scope_id);
