-- 12345热线: gd_*.csv the tickets, cb_*.csv one line for each office a ticket was sent to.
create table hotline_ticket_read as
select *,
  工单编号 as ticket_no, iso_ts(受理时间) as receive_ts,
  code(来源, map {'电话': 'PHONE', '微信': 'WECHAT', '网站': 'WEB', '客户端': 'APP',
    '上级派发': 'SUPERIOR', '110转接': 'P110'}) as channel,
  code(诉求类型, map {'咨询': 'CONSULT', '投诉': 'COMPLAINT', '举报': 'REPORT',
    '建议': 'SUGGESTION', '求助': 'HELP'}) as category,
  一级分类 as topic_l1, 二级分类 as topic_l2,
  region_code(归属区划) as region_id, ident(承办单位代码) as org_code,
  code(是否直办, map {'是': 'true', '否': 'false'}) as direct_flag,
  iso_ts(派单时间) as dispatch_ts, iso_ts(办结时间) as close_ts, iso_ts(回访时间) as revisit_ts,
  code(解决情况, map {'已解决': 'RESOLVED', '已解释': 'EXPLAINED', '未解决': 'UNRESOLVED',
    '不明': 'UNKNOWN'}) as resolved,
  code(结果满意度, map {'非常满意': '5', '满意': '4', '基本满意': '3', '不满意': '2',
    '未评价': 'UNRATED'}) as satisfaction_result,
  code(服务满意度, map {'满意': 'Y', '不满意': 'N', '未评价': 'UNRATED'}) as satisfaction_service,
  code(有效回访, map {'是': 'true', '否': 'false'}) as revisit_valid,
  剔除原因 is null as in_scope,
  code(剔除原因, map {'不合理诉求': 'UNREASONABLE'}) as exclude_reason,
  code(工单状态, map {'已受理': 'RECEIVED', '办理中': 'IN_PROGRESS', '已办结': 'CLOSED',
    '已回访': 'REVISITED'}) as status,
  iso_ts(更新时间) as operate_ts
from delivered('gd_*.csv');

create table hotline_ticket as
select ticket_no, receive_ts, channel, category, topic_l1, topic_l2, region_id, org_code,
  direct_flag::boolean as direct_answer, dispatch_ts, close_ts, revisit_ts, resolved,
  satisfaction_result, satisfaction_service, revisit_valid::boolean as revisit_valid, in_scope,
  status, operate_ts, delivery_as_of, delivery, line
from hotline_ticket_read
where whole and ticket_no is not null and receive_ts is not null
  and channel is not null and category is not null and direct_flag in ('true', 'false')
  and '?' not in (channel, category, coalesce(resolved, ''), coalesce(satisfaction_result, ''),
    coalesce(satisfaction_service, ''), coalesce(exclude_reason, ''), coalesce(status, ''))
  and coalesce(revisit_valid, 'false') <> '?'
  and not bad_date(派单时间, dispatch_ts) and not bad_date(办结时间, close_ts)
  and not bad_date(回访时间, revisit_ts) and not bad_date(更新时间, operate_ts)
  and in_calendar(receive_ts) and in_calendar(dispatch_ts) and in_calendar(close_ts)
  and in_calendar(revisit_ts)
qualify row_number() over (
  partition by ticket_no
  order by coalesce(operate_ts, delivery_as_of) desc, delivery_as_of desc, delivery desc,
    line desc) = 1;

create table ticket_leg_read as
select *,
  工单编号 as ticket_no, 承办序号 as leg_seq, ident(承办单位代码) as org_code,
  region_code(承办区划) as region_id, iso_ts(派单时间) as dispatched_ts,
  iso_ts(签收时间) as signed_ts, deadline(联系时限) as contact_due_ts,
  iso_ts(联系时间) as first_contact_ts, iso_ts(退单时间) as returned_ts,
  code(退单同意, map {'是': 'true', '否': 'false'}) as return_flag,
  deadline(办理时限) as due_ts, iso_ts(答复时间) as replied_ts,
  code(承办状态, map {'办理中': 'OPEN', '已答复': 'REPLIED', '已退单': 'RETURNED'}) as outcome,
  iso_ts(更新时间) as operate_ts
from delivered('cb_*.csv');

create table ticket_leg as
select ticket_no, leg_seq, org_code, region_id, dispatched_ts, signed_ts,
  -- where the leg states no limit, the policy of the hotline gives it
  coalesce(l.contact_due_ts, contact.due_ts) as contact_due_ts,
  first_contact_ts, returned_ts, coalesce(return_flag, 'false')::boolean as return_accepted,
  coalesce(l.due_ts, reply.due_ts) as due_ts,
  replied_ts, outcome, operate_ts, delivery_as_of, delivery, line
from ticket_leg_read l
left join due_by_policy contact on contact.source = 'hotline' and contact.stage = 'CONTACT'
  and contact.day = l.dispatched_ts::date
left join due_by_policy reply on reply.source = 'hotline' and reply.stage = 'REPLY'
  and reply.day = l.dispatched_ts::date
where whole and ticket_no is not null and leg_seq is not null
  and dispatched_ts is not null and coalesce(outcome, '') <> '?'
  and coalesce(return_flag, 'false') <> '?'
  and not bad_date(签收时间, signed_ts) and not bad_date(联系时限, l.contact_due_ts)
  and not bad_date(联系时间, first_contact_ts) and not bad_date(退单时间, returned_ts)
  and not bad_date(办理时限, l.due_ts) and not bad_date(答复时间, replied_ts)
  and not bad_date(更新时间, operate_ts)
  and in_calendar(dispatched_ts) and in_calendar(l.contact_due_ts) and in_calendar(l.due_ts)
  and in_calendar(signed_ts) and in_calendar(first_contact_ts) and in_calendar(returned_ts)
  and in_calendar(replied_ts)
qualify row_number() over (
  partition by ticket_no, leg_seq
  order by coalesce(operate_ts, delivery_as_of) desc, delivery_as_of desc, delivery desc,
    line desc) = 1;
