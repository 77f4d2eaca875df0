-- The rows of the edition's table metrics.
create table unit_name as
select 'ALL' as scope, '' as scope_id, '全市' as name
union all
select 'REGION', region_id, name from region, period p
where p.tag = 'now' and valid_from <= p.last_day and valid_to >= p.first_day
union all
select 'ORG', org_code, name from org, period p
where p.tag = 'now' and valid_from <= p.last_day and valid_to >= p.first_day
union all
select 'HALL', hall_id, name from hall, period p
where p.tag = 'now' and valid_from <= p.last_day and valid_to >= p.first_day;

-- how the other rows are called: a window by its hall and number, an item by its code
create table other_name as
select 'WINDOW' as scope, window_id as scope_id, h.name || w."no" as name
from hall_window w join hall h using (hall_id);

-- Rows that must be there: every region, office and hall valid in the period, without a split. All
-- others where there is something to divide by.
create table wanted as
select m.metric, u.scope, u.scope_id, '' as split, '' as split_value
from metric m join unit_name u on list_contains(m.scopes, u.scope)
union
select metric, scope, scope_id, split, split_value from cell
where tag = 'now' and n > 0
  -- a level (an outcome) that nobody gave has no row of its own
  and (metric not in ('level_share', 'case_outcome_share') or k > 0);

create macro z() as 1.959963984540054::double;
create macro wilson_middle(k, n) as (k / n::double + z() * z() / (2 * n)) / (1 + z() * z() / n);
create macro wilson_half(k, n) as
  z() / (1 + z() * z() / n) * sqrt(k / n::double * (1 - k / n::double) / n + z() * z() / (4.0 * n * n));

create table target as
select metric, scope, coalesce(scope_id, '') as scope_id, target::double as target,
  coalesce(valid_from::date, date '0001-01-01') as valid_from,
  coalesce(valid_to::date, date '9999-12-31') as valid_to
from read_csv(getvariable('targets'), all_varchar = true, header = true);

create table value as -- what is printed of a cell
select c.*, m.kind,
  case m.kind
    when 'QUANTILE' then quantile
    when 'PROPORTION' then case when n > 0 then k / n::double end
    else n::double end as value
from cell c join metric m using (metric);

-- The middle of a row's months, from the first month its metric has anything to count (at most the
-- 24 months of the table period): a month without a row is a point of zero for a count and no point
-- for a rate. A signal's direction is the side of the middle that the month is on.
create table middle as
with begun as (
  select metric, min(month) as month from cell where scope = 'ALL' and n > 0 group by metric
)
select w.metric, w.scope, w.scope_id, w.split, w.split_value,
  avg(if(m.kind in ('COUNT', 'STOCK'), coalesce(v.value, 0), v.value)) as middle
from wanted w
join metric m using (metric)
join begun b using (metric)
join period p on p.first_day >= b.month
left join value v on v.month = p.first_day
  and (v.metric, v.scope, v.scope_id, v.split, v.split_value)
    = (w.metric, w.scope, w.scope_id, w.split, w.split_value)
group by all;

create table metrics as
with row as (
  select w.*, m.kind, m.unit, m.least, m.better, m.base,
    coalesce(v.k, 0) as k, coalesce(v.n, 0) as n, coalesce(v.n_not_due, 0) as n_not_due, v.quantile,
    before.value as before_value, ago.value as ago_value
  from wanted w
  join metric m using (metric)
  left join value v on v.tag = 'now'
    and (v.metric, v.scope, v.scope_id, v.split, v.split_value)
      = (w.metric, w.scope, w.scope_id, w.split, w.split_value)
  left join value before on before.tag = 'previous'
    and (before.metric, before.scope, before.scope_id, before.split, before.split_value)
      = (w.metric, w.scope, w.scope_id, w.split, w.split_value)
  left join value ago on ago.tag = 'year_ago'
    and (ago.metric, ago.scope, ago.scope_id, ago.split, ago.split_value)
      = (w.metric, w.scope, w.scope_id, w.split, w.split_value)
)
select period_name(p.first_day) as period, 'MONTH' as grain, r.metric, r.kind, r.unit,
  r.scope, r.scope_id, 
  coalesce(u.name, w.name, if(r.scope_id = '(none)', '未归属', r.scope_id)) as scope_name, r.split, r.split_value,
  case r.kind when 'PROPORTION' then r.k when 'QUANTILE' then null else r.n end as numerator,
  case when r.kind in ('PROPORTION', 'QUANTILE') then r.n end as denominator,
  case r.kind
    when 'PROPORTION' then case when r.n > 0 then r.k / r.n::double end
    when 'QUANTILE' then r.quantile
    else r.n::double end as value,
  case when r.kind = 'PROPORTION' and r.n > 0
    then wilson_middle(r.k, r.n) - wilson_half(r.k, r.n) end as low,
  case when r.kind = 'PROPORTION' and r.n > 0
    then wilson_middle(r.k, r.n) + wilson_half(r.k, r.n) end as high,
  r.n >= coalesce(r.least, 0) as sufficient,
  case
    when h.state is not null then h.state
    when r.kind in ('COUNT', 'STOCK') or r.n > 0 then 'OK'
    when r.n_not_due > 0 then 'NOT_DUE'
    else 'NO_BUSINESS' end as state,
  t.target,
  -- a count of nothing is zero, a rate of nothing is absent
  case when r.kind in ('COUNT', 'STOCK') then coalesce(r.before_value, 0) else r.before_value end
    as previous,
  case when r.kind in ('COUNT', 'STOCK') then coalesce(r.ago_value, 0) else r.ago_value end
    as year_ago,
  true as comparable, -- no definition changed in the demo's months
  case when d.middle is not null then if(value > d.middle, 'UP', 'DOWN') end as side,
  r.better,
  getvariable('as_of')::date as as_of
from row r
join period p on p.tag = 'now'
left join unit_name u on u.scope = r.scope and u.scope_id = r.scope_id
left join other_name w on w.scope = r.scope and w.scope_id = r.scope_id
left join middle d on (d.metric, d.scope, d.scope_id, d.split, d.split_value)
  = (r.metric, r.scope, r.scope_id, r.split, r.split_value)
left join place_state h on (h.base, h.scope, h.scope_id) = (r.base, r.scope, r.scope_id)
left join target t on t.metric = r.metric and t.scope = r.scope and t.scope_id = r.scope_id
  and r.split = '' and p.last_day between t.valid_from and t.valid_to;
