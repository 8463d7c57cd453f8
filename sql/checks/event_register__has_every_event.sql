-- event_register and fact_event hold the same events.
select
    coalesce(event_register.event_id, fact_event.event_id) as event_id,
from marts.event_register
full join core.fact_event using (event_id)
where event_register.event_id is null or fact_event.event_id is null
