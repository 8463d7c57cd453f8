-- dim_date has exactly one unknown member.
select count(*) as n_unknown
from core.dim_date
where dim_date.date_key = -1
having count(*) <> 1
