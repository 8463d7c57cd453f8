-- One row per event, with a fingerprint of what the linking says of it and of all that it was or is
-- called.
-- replaced by: event_id
with called as (
    select
        event_id,
        bit_xor(hash(alias_id)) as names,
    from stage.event_aliases
    group by event_id
)
select
    event_id,
    hash(events, called.names) as fingerprint,
from stage.events
full join called using (event_id)
