-- One row per event whose rows are made again: its figures may be others, or the ledger of its place
-- may speak for or against it.
select event_id from changes.related_event
union
select events.event_id
from stage.events
semi join changes.touched_place using (location_id)
where events.event_family <> 'violence'
union
select fact_event.event_id
from before.fact_event
semi join changes.touched_place using (location_key)
where fact_event.event_family <> 'violence'
