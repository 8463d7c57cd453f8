-- dim_actor has exactly one unknown member.
select count(*) as n_unknown
from core.dim_actor
where dim_actor.actor_key = -1
having count(*) <> 1
