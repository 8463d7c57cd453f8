-- One row per event, with a fingerprint of what the linking says of it.
-- replaced by: event_id
select
    event_id,
    hash(events) as fingerprint,
from stage.events
