-- Every event type key used in core, and the unknown member -1, is a row of dim_event_type: joins lose nothing.
with used as (
    select
        -1 as event_type_key,
        'the unknown member' as used_by,
    union all
    select
        fact_event.event_type_key,
        'fact_event' as used_by,
    from core.fact_event
)
select distinct
    used.used_by,
    used.event_type_key,
from used
anti join core.dim_event_type using (event_type_key)
