-- dim_source has exactly one unknown member.
select count(*) as n_unknown
from core.dim_source
where dim_source.source_key = -1
having count(*) <> 1
