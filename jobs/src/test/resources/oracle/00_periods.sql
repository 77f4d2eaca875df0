-- The edition asked for. The caller sets: text (folder of the deliveries as UTF-8), registers
-- (conf/<site>/registers), standards (calendar.csv, deadline_policy.csv), targets (targets.csv),
-- period_start (first day of a month), as_of (greatest business date decided).
set TimeZone = 'Asia/Shanghai';

-- The month itself ('now'), the month before, the same month a year ago, and every other month of
-- the two years before (for the middle that a signal's direction refers to): all as the ledger says
-- now.
create table period as
select
  case first_day
    when start then 'now'
    when start - interval 1 month then 'previous'
    when start - interval 1 year then 'year_ago'
    else 'other' end as tag,
  first_day::date as first_day, last_day(first_day) as last_day
from (select getvariable('period_start')::date as start)
cross join generate_series(start - interval 23 month, start, interval 1 month) as g(first_day);

create macro period_name(d) as strftime(d, '%Y-%m');

-- half-width, trimmed, empty is null
create macro txt(x) as nullif(trim(case when strlen(x) = length(x) then x else translate(x,
  '０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ',
  '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz') end), '');

-- an identifier: 无 — - 0 mean that there is none
create macro ident(x) as case when x in ('无', '—', '-', '0') then null else x end;

-- a code: null stays null, an unknown code becomes '?' (its record is rejected, there is no default)
create macro code(x, known) as case when x is not null then coalesce(known[x], '?') end;

create macro iso_ts(x) as try_strptime(x, '%Y-%m-%d %H:%M:%S');
create macro slash_ts(x) as try_strptime(x, '%Y/%-m/%-d %-H:%M');

-- a deadline that is only a date falls due with the last microsecond of its day
create macro deadline(x) as case
  when length(x) = 10
    then try_strptime(x, '%Y-%m-%d') + interval 1 day - interval 1 microsecond
  else iso_ts(x) end;

-- written but not a date
create macro bad_date(x, parsed) as x is not null and parsed is null;

-- as_of of a delivery: the date in its name, its sequence number as microseconds
create macro name_as_of(name) as
  strptime(replace(regexp_extract(name, '\d{4}-?\d{2}-?\d{2}'), '-', ''), '%Y%m%d')
  + to_microseconds(coalesce(try_cast(regexp_extract(name, '_(\d+)\.[a-z]+$', 1) as integer), 0));

-- Every cell of the deliveries. A text that ends inside a quote is refused whole (unclosed-quote).
create macro delivered(files) as table
  select txt(columns(* exclude (delivery, line, cells, columns, unclosed))),
    delivery, line::int as line, cells = columns as whole, name_as_of(delivery) as delivery_as_of
  from read_csv(getvariable('text') || '/' || files, all_varchar = true, header = true,
    delim = ',', quote = '"', escape = '"', union_by_name = true, parallel = false)
  where unclosed = 'false' and name_as_of(delivery)::date <= getvariable('as_of')::date;
