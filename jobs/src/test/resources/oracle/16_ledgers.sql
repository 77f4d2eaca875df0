-- The hand-kept workbooks: 整改台账 zgtz, 办不成事 bbcs, 帮代办 bdb; and 网上问政 wz_*.csv.
create table rectification_read as
select *,
  整改编号 as rect_id, ident(来源编号) as origin_id,
  code(来源, map {'差评': 'EVALUATION', '12345工单': 'TICKET', '办不成事': 'UNRESOLVED'})
    as origin_type,
  region_code(区划) as region_id, ident(大厅编号) as hall_id, ident(窗口编号) as window_id,
  ident(责任单位代码) as org_code, 问题类型 as category,
  code(期限类型, map {'一般': 'RECTIFY_SIMPLE', '复杂': 'RECTIFY_COMPLEX'}) as policy,
  iso_ts(建单时间) as opened_ts, iso_ts(核实时间) as verify_ts,
  code(核实结果, map {'属实': 'TRUE', '不实': 'FALSE'}) as verify_result,
  deadline(完成时限) as due_ts, iso_ts(整改完成时间) as done_ts, iso_ts(销号时间) as closed_ts,
  iso_ts(反馈时间) as feedback_ts, iso_ts(回访时间) as revisit_ts,
  code(回访满意, map {'满意': 'true', '不满意': 'false'}) as revisit_satisfied,
  code(状态, map {'核实中': 'VERIFYING', '整改中': 'RECTIFYING', '已完成': 'DONE',
    '已销号': 'CLOSED', '不予采纳': 'REJECTED_INVALID'}) as state,
  iso_ts(更新时间) as operate_ts
from delivered('zgtz_*.csv');

create table rectification as
select rect_id, origin_type, origin_id, region_id, hall_id, window_id, org_code, category, policy,
  opened_ts, verify_ts, verify_result, due_ts, done_ts, closed_ts, state,
  operate_ts, delivery_as_of, delivery, line
from rectification_read
where whole and rect_id is not null and opened_ts is not null
  and origin_type is not null
  and '?' not in (origin_type, coalesce(policy, ''), coalesce(verify_result, ''),
    coalesce(revisit_satisfied, ''), coalesce(state, ''))
  and not bad_date(核实时间, verify_ts) and not bad_date(完成时限, due_ts)
  and not bad_date(整改完成时间, done_ts) and not bad_date(销号时间, closed_ts)
  and not bad_date(反馈时间, feedback_ts) and not bad_date(回访时间, revisit_ts)
  and not bad_date(更新时间, operate_ts)
  and in_calendar(opened_ts) and in_calendar(due_ts) and in_calendar(done_ts)
qualify row_number() over (
  partition by rect_id
  order by coalesce(operate_ts, delivery_as_of) desc, delivery_as_of desc, delivery desc,
    line desc) = 1;

create table unresolved_case_read as
select *,
  编号 as case_no, iso_ts(收到时间) as receive_ts,
  code(反映渠道, map {'窗口': 'WINDOW', '热线': 'HOTLINE', '扫码': 'QR', '网上': 'NET'}) as intake,
  region_code(区划) as region_id, ident(大厅编号) as hall_id, ident(事项编码) as item_code,
  ident(责任单位代码) as org_code,
  code(原因, map {'材料不全': 'MATERIAL', '政策机制': 'POLICY', '多部门协调': 'MULTI_DEPT',
    '窗口服务': 'ATTITUDE', '系统故障': 'SYSTEM'}) as cause_class,
  code(复杂程度, map {'简单': 'SIMPLE', '复杂': 'COMPLEX'}) as complexity,
  code(是否受理, map {'受理': 'true', '不予受理': 'false'}) as accepted_flag,
  deadline(办理时限) as due_ts, iso_ts(联系时间) as contact_ts, iso_ts(办结时间) as resolve_ts,
  code(结果, map {'已办成': 'DONE', '政策不符已解释': 'EXPLAINED', '不予办理': 'REJECTED',
    '办理中': 'PENDING'}) as outcome,
  code(是否协调, map {'是': 'true', '否': 'false'}) as coordinated,
  code(满意, map {'满意': 'true', '不满意': 'false'}) as satisfied,
  iso_ts(更新时间) as operate_ts
from delivered('bbcs_*.csv');

create table unresolved_case as
select case_no, receive_ts, intake, region_id, hall_id, item_code, org_code, cause_class,
  complexity, accepted_flag::boolean as accepted,
  -- the row's own limit, else the policy of its complexity
  coalesce(c.due_ts, policy.due_ts) as due_ts,
  contact_ts, resolve_ts, outcome, coordinated, satisfied,
  operate_ts, delivery_as_of, delivery, line
from unresolved_case_read c
left join due_by_policy policy on policy.source = coalesce(c.complexity, '*')
  and policy.stage = 'CASE' and policy.day = c.receive_ts::date
where whole and case_no is not null and receive_ts is not null
  and accepted_flag in ('true', 'false')
  and '?' not in (coalesce(intake, ''), coalesce(cause_class, ''), coalesce(complexity, ''),
    coalesce(outcome, ''), coalesce(coordinated, ''), coalesce(satisfied, ''))
  and not bad_date(办理时限, c.due_ts) and not bad_date(联系时间, contact_ts)
  and not bad_date(办结时间, resolve_ts) and not bad_date(更新时间, operate_ts)
  and in_calendar(receive_ts) and in_calendar(c.due_ts) and in_calendar(resolve_ts)
qualify row_number() over (
  partition by case_no
  order by coalesce(operate_ts, delivery_as_of) desc, delivery_as_of desc, delivery desc,
    line desc) = 1;

create table assistance_read as
select *,
  编号 as assist_id, code(方式, map {'帮办': 'HELP', '代办': 'AGENT', '上门办': 'DOOR'}) as type,
  region_code(区划) as region_id, ident(大厅编号) as hall_id, ident(事项编码) as item_code,
  code(对象类型, map {'个人': 'PERSON', '老年人': 'ELDERLY', '残疾人': 'DISABLED',
    '企业': 'ENTERPRISE', '重点项目': 'PROJECT'}) as client_type,
  slash_ts(开始时间) as start_ts, slash_ts(完成时间) as finish_ts,
  code(是否免费, map {'是': 'true', '否': 'false'}) as free,
  code(满意, map {'满意': 'true', '不满意': 'false'}) as satisfied,
  iso_ts(更新时间) as operate_ts
from delivered('bdb_*.csv');

create table assistance as
select assist_id, type, region_id, hall_id, item_code, client_type, start_ts, finish_ts,
  operate_ts, delivery_as_of, delivery, line
from assistance_read
where whole and assist_id is not null and start_ts is not null
  and '?' not in (coalesce(type, ''), coalesce(client_type, ''), coalesce(free, ''),
    coalesce(satisfied, ''))
  and not bad_date(完成时间, finish_ts) and not bad_date(更新时间, operate_ts)
  and in_calendar(start_ts) and in_calendar(finish_ts)
qualify row_number() over (
  partition by assist_id
  order by coalesce(operate_ts, delivery_as_of) desc, delivery_as_of desc, delivery desc,
    line desc) = 1;

create table online_message_read as
select *,
  留言编号 as message_no, 留言类型 as type, 领域 as field,
  region_code(区划) as region_id, ident(承办单位代码) as org_code,
  slash_ts(留言时间) as post_ts, slash_ts(答复时间) as reply_ts,
  code(是否公开, map {'是': 'true', '否': 'false'}) as published, iso_ts(更新时间) as operate_ts
from delivered('wz_*.csv');

create table online_message as
select message_no, type, field, region_id, org_code, post_ts, reply_ts,
  policy.due_ts,
  operate_ts, delivery_as_of, delivery, line
from online_message_read m
left join due_by_policy policy on policy.source = 'message' and policy.stage = 'REPLY'
  and policy.day = m.post_ts::date
where whole and message_no is not null and post_ts is not null
  and coalesce(published, '') <> '?'
  and not bad_date(答复时间, reply_ts) and not bad_date(更新时间, operate_ts)
  and in_calendar(post_ts) and in_calendar(reply_ts)
qualify row_number() over (
  partition by message_no
  order by coalesce(operate_ts, delivery_as_of) desc, delivery_as_of desc, delivery desc,
    line desc) = 1;
