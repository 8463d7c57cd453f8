-- One row per event that has to be seen for the figures of those that are made again: all that
-- they hold, and all that holds or competes for any of these.
with recursive
part as (
    select event_id from changes.touched_event
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
