-- 纸质评价登记表 zzpj_*.xlsx: no number, the day of entry only, full-width region codes. Equal rows
-- are each counted (keep): as often as they stand in the one delivery that holds most of them.
create table paper_evaluation_read as
select *,
  try_strptime(登记日期, '%Y年%-m月%-d日') as assess_ts,
  region_code(区划) as region_id, ident(大厅编号) as hall_id, ident(窗口编号) as window_id,
  ident(责任单位代码) as org_code, ident(事项编码) as item_code,
  try_cast(code(满意度, map {'非常满意': '5', '满意': '4', '基本满意': '3', '不满意': '2',
    '非常不满意': '1'}) as int) as satisfaction,
  意见 as words
from delivered('zzpj_*.csv');

create table paper_evaluation as
with numbered as (
  select *, row_number() over (
      partition by delivery, assess_ts, region_id, hall_id, window_id, org_code, item_code,
        satisfaction, words
      order by line) as nth
  from paper_evaluation_read
  where whole and satisfaction is not null and region_id is not null
    and assess_ts is not null and in_calendar(assess_ts)
)
select 'paper-evaluation' as source_system,
  md5(concat_ws('|', assess_ts, region_id, coalesce(hall_id, '\N'), coalesce(window_id, '\N'),
    coalesce(org_code, '\N'), coalesce(item_code, '\N'), satisfaction, coalesce(words, '\N'),
    nth)) as source_record_id,
  null::varchar as project_no, 1 as assess_number, satisfaction, 'PAPER' as channel,
  'FACE' as mode, 'HALL' as target_type, null::varchar as case_type, assess_ts, false as is_default, true as is_valid,
  region_id, org_code, hall_id, window_id, item_code,
  null::timestamp as operate_ts, delivery_as_of, delivery, line
from numbered;
