-- All ratings. Gate inverted-scale: a delivery with at least 30 active first ratings of which more
-- than 20 % are bad is refused whole. Then the latest version of every key.
create table evaluation_sent as
select * from city_evaluation
union all by name select * from kiosk_evaluation
union all by name select * from paper_evaluation;

create table inverted_scale as
select delivery, count(*) as ratings, count(*) filter (satisfaction <= 2) as bad
from evaluation_sent
where is_valid and not is_default and assess_number = 1
group by delivery
having count(*) >= 30 and count(*) filter (satisfaction <= 2) * 5 > count(*);

create table evaluation as
select * from evaluation_sent
where delivery not in (select delivery from inverted_scale)
qualify row_number() over (
  partition by source_system, source_record_id
  order by coalesce(operate_ts, delivery_as_of) desc, delivery_as_of desc, delivery desc,
    line desc) = 1;
