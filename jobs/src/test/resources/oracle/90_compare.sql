-- Row by row against an edition. The caller sets edition (its folder). Which pairs of metric and
-- split, and of metric and scope, an edition holds is the catalogue's choice; what it holds must be
-- what is computed here, row for row and column for column.
create table edition_metrics as
select * replace (coalesce(scope_id, '') as scope_id, coalesce(split, '') as split,
  coalesce(split_value, '') as split_value, as_of::date as as_of)
from read_parquet(getvariable('edition') || '/metrics.parquet');

create table edition_rankings as
select * from read_parquet(getvariable('edition') || '/rankings.parquet');

create table published_split as
select distinct metric, scope, split from edition_metrics;

create macro same_number(a, b) as
  a is not distinct from b or abs(a - b) <= 1e-12 * greatest(1, abs(a), abs(b));

-- direction belongs to the signal, which is not recomputed: where the edition has a signal, it is the
-- side of the middle that the month is on; elsewhere there is none
create table pair as
select coalesce(o.metric, e.metric) as metric, o, e,
  case when e.signal not in ('NONE', 'TOO_SHORT') then o.side end as side,
  concat_ws(' ', coalesce(o.scope, e.scope), coalesce(o.scope_id, e.scope_id),
    coalesce(o.split, e.split), coalesce(o.split_value, e.split_value)) as place
from (select m as o from metrics m semi join published_split using (metric, scope, split)) ours
full join (select m as e from edition_metrics m) theirs
  on (o.metric, o.scope, o.scope_id, o.split, o.split_value)
    = (e.metric, e.scope, e.scope_id, e.split, e.split_value);

create table rank_pair as
select coalesce(o.metric, e.metric) as metric, o, e,
  concat_ws(' ', coalesce(o.rank_group, e.rank_group), coalesce(o.scope, e.scope),
    coalesce(o.scope_id, e.scope_id)) as place
from (
  select r as o from rankings r
  semi join (select distinct metric, scope from edition_rankings) using (metric, scope)
) ours
full join (select r as e from edition_rankings r) theirs
  on (o.metric, o.scope, o.rank_group, o.scope_id) = (e.metric, e.scope, e.rank_group, e.scope_id);
