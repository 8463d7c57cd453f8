-- Every key of fact_casualty_account is a row of its dimension, so joins lose nothing.
select
    'dim_claimant' as dimension,
    used.key,
from (
    select unnest([fact_casualty_account.claimant_key]) as key
    from core.fact_casualty_account
) as used
anti join core.dim_claimant on dim_claimant.claimant_key = used.key
union all
select
    'dim_actor' as dimension,
    used.key,
from (
    select unnest([fact_casualty_account.victim_side_key]) as key
    from core.fact_casualty_account
) as used
anti join core.dim_actor on dim_actor.actor_key = used.key
