-- Every key of fact_territory_change is a row of its dimension, so joins lose nothing.
select
    'dim_date' as dimension,
    used.key,
from (
    select unnest([fact_territory_change.date_key]) as key
    from core.fact_territory_change
) as used
anti join core.dim_date on dim_date.date_key = used.key
union all
select
    'dim_location' as dimension,
    used.key,
from (
    select unnest([fact_territory_change.location_key]) as key
    from core.fact_territory_change
) as used
anti join core.dim_location on dim_location.location_key = used.key
union all
select
    'dim_actor' as dimension,
    used.key,
from (
    select unnest([
            fact_territory_change.from_actor_key,
            fact_territory_change.to_actor_key,
        ]) as key
    from core.fact_territory_change
) as used
anti join core.dim_actor on dim_actor.actor_key = used.key
