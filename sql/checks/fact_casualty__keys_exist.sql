-- Every key of fact_casualty is a row of its dimension, so joins lose nothing.
select
    'dim_date' as dimension,
    used.key,
from (
    select unnest([fact_casualty.date_key]) as key
    from core.fact_casualty
) as used
anti join core.dim_date on dim_date.date_key = used.key
union all
select
    'dim_location' as dimension,
    used.key,
from (
    select unnest([fact_casualty.location_key]) as key
    from core.fact_casualty
) as used
anti join core.dim_location on dim_location.location_key = used.key
union all
select
    'dim_actor' as dimension,
    used.key,
from (
    select unnest([
            fact_casualty.victim_actor_key,
            fact_casualty.victim_side_key,
        ]) as key
    from core.fact_casualty
) as used
anti join core.dim_actor on dim_actor.actor_key = used.key
