-- Every key of fact_event is a row of its dimension, so joins lose nothing.
select
    'dim_event_type' as dimension,
    used.key,
from (
    select unnest([fact_event.event_type_key]) as key
    from core.fact_event
) as used
anti join core.dim_event_type on dim_event_type.event_type_key = used.key
union all
select
    'dim_date' as dimension,
    used.key,
from (
    select unnest([fact_event.date_key]) as key
    from core.fact_event
) as used
anti join core.dim_date on dim_date.date_key = used.key
union all
select
    'dim_location' as dimension,
    used.key,
from (
    select unnest([fact_event.location_key]) as key
    from core.fact_event
) as used
anti join core.dim_location on dim_location.location_key = used.key
union all
select
    'dim_actor' as dimension,
    used.key,
from (
    select unnest([
            fact_event.initiator_actor_key,
            fact_event.target_actor_key,
            fact_event.side_key,
        ]) as key
    from core.fact_event
) as used
anti join core.dim_actor on dim_actor.actor_key = used.key
