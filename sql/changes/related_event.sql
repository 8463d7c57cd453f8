-- One row per event whose figures may be others now: those that changed, what these hold, and all
-- that holds any of them, which takes off its parts and competes with others over them.
with recursive
part as (
    select event_id from changes.changed_event
    union
    select event_holding.part_event_id
    from changes.event_holding
    inner join part using (event_id)
),
whole as (
    select event_id from part
    union
    select event_holding.event_id
    from changes.event_holding
    inner join whole on whole.event_id = event_holding.part_event_id
)
select event_id from whole
