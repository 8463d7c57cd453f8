-- Every event that a state names exists.
select
    fact_territory_control.location_key,
    fact_territory_control.valid_from,
    fact_territory_control.event_id,
from core.fact_territory_control
anti join core.fact_event using (event_id)
where fact_territory_control.event_id is not null
