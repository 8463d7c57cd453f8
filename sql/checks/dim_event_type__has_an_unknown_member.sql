-- dim_event_type has exactly one unknown member.
select count(*) as n_unknown
from core.dim_event_type
where dim_event_type.event_type_key = -1
having count(*) <> 1
