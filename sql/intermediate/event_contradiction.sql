-- One row per territory event that something speaks against, and whether that is more than a rumour
-- and not yet settled.
-- Denials, fighting for the place on its days that is not settled, another side on the same day in
-- no order; where one of the two is unconfirmed, its word counts here though it moves no control.
with event as (
    select
        events.event_id,
        events.location_id,
        events.side_id,
        events.date_start,
        events.date_end,
        not bool_or(linked_claim.is_affirmed) as is_rumour,
    from stage.events
    inner join intermediate.linked_claim using (event_id)
    where events.event_family = 'territory' and linked_claim.is_counted
    group by all
),
disputed as (
    select distinct event.event_id
    from event
    inner join intermediate.territory_snapshot as snapshot using (location_id)
    inner join intermediate.territory_state as state
        on state.view_no = snapshot.view_no
        and state.status_followed = snapshot.status_before
        and state.side_followed = snapshot.side_before
        and state.day between event.date_start and event.date_end
        and (state.side_id = event.side_id or state.side_id is null)
    where snapshot.next_as_of is null and state.status = 'disputed' and not event.is_rumour
),
denied as (
    select
        event.event_id,
        not bool_or(settled.day is not null) as is_open,
    from event
    inner join intermediate.linked_claim as denial
        on denial.event_id = event.event_id
        or (
            denial.location_id = event.location_id
            and coalesce(denial.to_side_id, event.side_id) = event.side_id
            and denial.date_start <= event.date_end
            and event.date_start <= denial.date_end
        )
    left join intermediate.territory_settled as settled
        on settled.location_id = event.location_id
        and settled.day between event.date_start and event.date_end
    where
        denial.assertion = 'denied'
        and denial.claim_type in ('territory_change', 'territory_control')
    group by event.event_id
),
fought as (
    select
        event.event_id,
        bool_or(fight.is_affirmed) as is_affirmed,
    from event
    inner join intermediate.linked_claim as fight
        on fight.location_id = event.location_id
        and fight.date_start between event.date_start and event.date_end
    anti join intermediate.territory_settled as settled
        on settled.location_id = fight.location_id and settled.day = fight.date_start
    where
        fight.claim_type = 'contested'
        and fight.date_start = fight.date_end
        and fight.assertion in ('asserted', 'attributed', 'unconfirmed')
    group by event.event_id
),
rivalled as (
    select distinct event.event_id
    from event
    inner join intermediate.linked_claim as rival
        on rival.location_id = event.location_id
        and rival.to_side_id <> event.side_id
        and rival.date_start between event.date_start and event.date_end
    where
        rival.claim_type in ('territory_change', 'territory_control')
        and rival.date_start = rival.date_end
        and rival.assertion in ('asserted', 'attributed', 'unconfirmed')
        and (event.is_rumour or not rival.is_affirmed)
),
-- a rumour of a taking, beside word that the same side is still on its way there
forestalled as (
    select distinct event.event_id
    from event
    inner join intermediate.linked_claim as advance
        on advance.location_id = event.location_id
        and advance.to_side_id = event.side_id
        and advance.date_start <= event.date_end
        and event.date_start <= advance.date_end
    where
        event.is_rumour
        and advance.assertion = 'planned'
        and advance.claim_type = 'territory_change'
),
against as (
    select event_id, true as is_affirmed from disputed
    union all
    select event_id, is_open from denied
    union all
    select event_id, is_affirmed from fought
    union all
    select event_id, false from rivalled
    union all
    select event_id, false from forestalled
)
select
    event_id,
    bool_or(is_affirmed) as is_open,
from against
group by event_id
