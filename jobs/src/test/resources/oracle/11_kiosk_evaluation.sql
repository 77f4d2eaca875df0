-- 自助终端与二维码 zz_*.csv: codes of GB/T 39046 A.8, 1 = 非常满意. Always face to face, never
-- a default, always valid. No time of change: the delivery's as_of orders the versions.
create table kiosk_evaluation_read as
select *,
  'kiosk-evaluation' as source_system,
  PJBH as source_record_id,
  ident(BJBH) as project_no,
  coalesce(try_cast(PJCS as int), 1) as assess_number,
  try_cast(code(MYD, map {'1': '5', '2': '4', '3': '3', '4': '2', '5': '1'}) as int)
    as satisfaction,
  code(PJQD, map {'二维码': 'QR', '自助终端': 'KIOSK'}) as channel,
  code(PJDX, map {'办件': 'CASE', '事项': 'ITEM', '窗口人员': 'STAFF', '大厅': 'HALL',
    '网站平台': 'PLATFORM', '办事指南': 'GUIDE'}) as target_type,
  try_strptime(PJSJ, '%Y%m%dT%H%M%S') as assess_ts,
  region_code(XZQH) as region_id, ident(BMDM) as org_code,
  ident(DTBH) as hall_id, ident(CKBH) as window_id, ident(SXBM) as item_code
from delivered('zz_*.csv');

create table kiosk_evaluation as
select source_system, source_record_id, project_no, assess_number, satisfaction, channel,
  'FACE' as mode, target_type, null::varchar as case_type, assess_ts, false as is_default, true as is_valid,
  region_id, org_code, hall_id, window_id, item_code,
  null::timestamp as operate_ts, delivery_as_of, delivery, line
from kiosk_evaluation_read
where whole
  and source_record_id is not null and satisfaction is not null
  and channel is not null and channel <> '?' and target_type is not null and target_type <> '?'
  and assess_ts is not null and in_calendar(assess_ts) and region_id is not null;
