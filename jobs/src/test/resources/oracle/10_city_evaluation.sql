-- 市好差评平台 pj_*.csv: 5 = 非常满意. Face to face are the ratings given on devices of the hall.
create table city_evaluation_read as
select *,
  'city-evaluation' as source_system,
  评价编号 as source_record_id,
  ident(办件编号) as project_no,
  coalesce(try_cast(评价次数 as int), 1) as assess_number,
  try_cast(code(满意度, map {'5': '5', '4': '4', '3': '3', '2': '2', '1': '1'}) as int)
    as satisfaction,
  code(评价渠道, map {'1': 'PC', '2': 'MOBILE', '4': 'HALL_TABLET', '5': 'HALL_OTHER',
    '6': 'SMS', '7': 'SYSTEM_DEFAULT'}) as channel,
  iso_ts(评价时间) as assess_ts,
  code(是否默认, map {'1': 'true', '0': 'false'}) as default_flag,
  code(是否有效, map {'是': 'true', '否': 'false'}) as valid_flag,
  code(无效原因, map {'误评': 'MISTAKE', '恶意': 'MALICIOUS'}) as invalid_reason,
  code(评价节点, map {'1': 'ACCEPT', '2': 'PROCESS', '3': 'FINISH', '9': 'OTHER'}) as service_node,
  code(评价对象, map {'办件': 'CASE', '事项': 'ITEM', '窗口人员': 'STAFF', '大厅': 'HALL',
    '网站平台': 'PLATFORM', '办事指南': 'GUIDE'}) as target_type,
  code(办件类型, map {'即办件': 'INSTANT', '承诺件': 'PROMISED'}) as case_type,
  region_code(区划代码) as region_id, ident(部门代码) as org_code,
  ident(大厅编号) as hall_id, ident(窗口编号) as window_id, ident(事项编码) as item_code,
  iso_ts(更新时间) as operate_ts
from delivered('pj_*.csv');

create table city_evaluation as
select source_system, source_record_id, project_no, assess_number, satisfaction, channel,
  case when channel in ('HALL_TABLET', 'HALL_OTHER') then 'FACE' else 'NON_FACE' end as mode,
  target_type, case_type, assess_ts, default_flag::boolean as is_default, valid_flag::boolean as is_valid,
  region_id, org_code, hall_id, window_id, item_code,
  operate_ts, delivery_as_of, delivery, line
from city_evaluation_read
where whole                                             -- wrong-column-count
  and source_record_id is not null and satisfaction is not null   -- missing, unknown code
  and channel is not null and channel <> '?'
  and assess_ts is not null and in_calendar(assess_ts)            -- missing, no such date
  and default_flag in ('true', 'false') and valid_flag in ('true', 'false')
  and target_type is not null and region_id is not null
  and '?' not in (coalesce(invalid_reason, ''), coalesce(service_node, ''), target_type,
    coalesce(case_type, ''))
  and not bad_date(认定时间, iso_ts(认定时间)) and in_calendar(iso_ts(认定时间))
  and not bad_date(更新时间, operate_ts);
