-- Sums by period, scope and split. A fact counts once in every scope its table has a place for
-- (without an id, or with one no register knows: (none)) and in every split; WINDOW and ITEM are
-- not split; a region also counts for those above it.
create table placed as
with coded as (
  select f.metric, f.day, f.k, f.n, null::bigint as days, f.region_id, f.org_code, f.hall_id,
    f.window_id, f.item_code, f.splits from fact f
  union all
  select metric, day, null, 1, days, region_id, org_code, hall_id, window_id, item_code, splits
  from duration
)
select c.metric, p.tag, p.first_day as month,
  c.day <= l.day as due, -- later days of a due metric are not yet due
  c.days, c.splits,
  coalesce(w.region_id, '(none)') as region_id,
  coalesce(o.org_code, '(none)') as org_code,
  coalesce(h.hall_id, '(none)') as hall_id,
  coalesce(hw.window_id, '(none)') as window_id,
  coalesce(c.item_code, '(none)') as item_code,
  sum(c.k)::bigint as k, sum(c.n)::bigint as n
from coded c
join last_counted l on l.metric = c.metric
join period p on c.day between p.first_day and p.last_day
left join region_written w on w.code = c.region_id
left join org o on o.org_code = c.org_code and c.day between o.valid_from and o.valid_to
left join hall h on h.hall_id = c.hall_id and c.day between h.valid_from and h.valid_to
left join hall_window hw on hw.window_id = c.window_id
  and c.day between hw.valid_from and hw.valid_to
group by all;

create table spread as
with scoped as (
  select *, unnest([
    {'scope': 'ALL', 'id': ''}, {'scope': 'REGION', 'id': region_id},
    {'scope': 'ORG', 'id': org_code}, {'scope': 'HALL', 'id': hall_id},
    {'scope': 'WINDOW', 'id': window_id}, {'scope': 'ITEM', 'id': item_code}]) as place
  from placed
), climbed as (
  select s.metric, s.tag, s.month, s.due, s.days, s.splits, s.place.scope as scope,
    coalesce(a.counts_for, s.place.id) as scope_id, sum(s.k)::bigint as k, sum(s.n)::bigint as n
  from scoped s
  join metric m on m.metric = s.metric and list_contains(m.scopes, s.place.scope)
  left join region_above a on s.place.scope = 'REGION' and a.region_id = s.place.id
  group by all
), split as (
  select * exclude (splits), unnest(splits) as part from climbed
)
select metric, tag, month, scope, scope_id, part.split as split,
  coalesce(part.value, '(none)') as split_value, days, due, k, n
from split
where part.split = '' or scope in ('ALL', 'REGION', 'ORG', 'HALL');

create table cell as
select s.metric, s.tag, s.month, s.scope, s.scope_id, s.split, s.split_value,
  coalesce(sum(s.k) filter (due), 0)::bigint as k, coalesce(sum(s.n) filter (due), 0)::bigint as n,
  coalesce(sum(s.n) filter (not due), 0)::bigint as n_not_due,
  null::double as quantile
from spread s
where s.days is null
group by all
union all
-- a quantile is the least d with a cumulative count of at least q·n
select c.metric, c.tag, c.month, c.scope, c.scope_id, c.split, c.split_value, null,
  any_value(c.total), 0,
  min(c.days) filter (
    c.upto >= if(c.metric = 'rectification_days_p50', 0.5, 0.9) * c.total)::double
from (
  select metric, tag, month, scope, scope_id, split, split_value, days,
    sum(sum(n)) over (
      partition by metric, month, scope, scope_id, split, split_value order by days)::bigint as upto,
    sum(sum(n)) over (
      partition by metric, month, scope, scope_id, split, split_value)::bigint as total
  from spread
  where days is not null
  group by metric, tag, month, scope, scope_id, split, split_value, days
) c
group by all;
