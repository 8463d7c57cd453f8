-- Every event of the linking is a row of fact_event, and no other is.
select
    coalesce(events.event_id, fact_event.event_id) as event_id,
from stage.events
full join core.fact_event using (event_id)
where events.event_id is null or fact_event.event_id is null
