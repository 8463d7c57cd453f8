-- Every key of fact_territory_control is a row of its dimension, so joins lose nothing.
select
    'dim_location' as dimension,
    used.key,
from (
    select unnest([fact_territory_control.location_key]) as key
    from core.fact_territory_control
) as used
anti join core.dim_location on dim_location.location_key = used.key
union all
select
    'dim_actor' as dimension,
    used.key,
from (
    select unnest([
            fact_territory_control.actor_key,
            fact_territory_control.other_actor_key,
        ]) as key
    from core.fact_territory_control
) as used
anti join core.dim_actor on dim_actor.actor_key = used.key
