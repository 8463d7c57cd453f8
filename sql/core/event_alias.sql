-- One row per id that some subset of the claims would have given an event; its own id among them.
-- replaced by: event_id
select
    event_aliases.alias_id,
    event_aliases.event_id,
from stage.event_aliases
union
select
    events.event_id,
    events.event_id,
from stage.events
order by alias_id
