-- dim_location has exactly one unknown member.
select count(*) as n_unknown
from core.dim_location
where dim_location.location_key = -1
having count(*) <> 1
