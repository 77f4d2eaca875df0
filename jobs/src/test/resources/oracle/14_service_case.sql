-- 审批平台办件日志 bj_*.tsv: one line an event; the latest event of a case is what counts.
create table service_case_read as
select *,
  办件编号 as project_no, iso_ts(事件时间) as operate_ts, ident(事项编码) as item_code,
  ident(部门代码) as org_code, region_code(区划) as region_id, ident(大厅编号) as hall_id,
  ident(窗口编号) as window_id,
  code(办理形式, map {'窗口办理': 'WINDOW', '网上办理': 'ONLINE'}) as channel,
  code(办件类型, map {'1': 'PROMISED', '2': 'INSTANT'}) as case_type,
  iso_ts(申请时间) as apply_ts, iso_ts(受理时间) as accept_ts,
  deadline(承诺办结日期) as promised_due_ts, iso_ts(办结时间) as finish_ts,
  code(办理结果, map {'准予许可': 'APPROVED', '不予许可': 'REJECTED'}) as result
from delivered('bj_*.csv');

create table service_case as
select project_no, item_code, org_code, region_id, hall_id, window_id, channel, case_type,
  apply_ts, accept_ts, promised_due_ts, finish_ts, result,
  operate_ts, delivery_as_of, delivery, line
from service_case_read
where whole and project_no is not null and accept_ts is not null
  and '?' not in (coalesce(channel, ''), coalesce(case_type, ''), coalesce(result, ''))
  and not bad_date(事件时间, operate_ts) and not bad_date(申请时间, apply_ts)
  and not bad_date(受理时间, accept_ts) and not bad_date(承诺办结日期, promised_due_ts)
  and not bad_date(办结时间, finish_ts)
  and in_calendar(apply_ts) and in_calendar(accept_ts) and in_calendar(promised_due_ts)
  and in_calendar(finish_ts)
qualify row_number() over (
  partition by project_no
  order by coalesce(operate_ts, delivery_as_of) desc, delivery_as_of desc, delivery desc,
    line desc) = 1;
