-- dim_claimant has exactly one unknown member.
select count(*) as n_unknown
from core.dim_claimant
where dim_claimant.claimant_key = -1
having count(*) <> 1
