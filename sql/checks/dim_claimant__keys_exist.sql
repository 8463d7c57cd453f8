-- Every key of dim_claimant is a row of its dimension, so joins lose nothing.
select
    'dim_actor' as dimension,
    used.key,
from (
    select unnest([dim_claimant.actor_key]) as key
    from core.dim_claimant
) as used
anti join core.dim_actor on dim_actor.actor_key = used.key
