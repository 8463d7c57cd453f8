-- Every alias stands for an event that exists, and every event's own id is among them.
select
    event_alias.alias_id,
    event_alias.event_id,
from core.event_alias
anti join core.fact_event using (event_id)
union all
select
    fact_event.event_id,
    fact_event.event_id,
from core.fact_event
anti join core.event_alias on event_alias.alias_id = fact_event.event_id
