-- One row per event, side harmed, harm and day on which something about it became known.
-- Each begins a version of the figure, which stands until the next.
with known as (
    select
        event_id,
        victim_side_id,
        harm,
        known_from as as_of,
        bool_or(is_counted) as is_counted,
    from intermediate.linked_claim
    where
        claim_type = 'casualty'
        and event_id is not null
        and harm is not null
        and not is_partial
        and (is_counted or assertion = 'denied')
    group by all
),
founded as (
    select known.*
    from known
    qualify bool_or(is_counted) over (
        partition by event_id, victim_side_id, harm order by as_of
    )
)
select
    event_id,
    victim_side_id,
    harm,
    as_of,
    lead(as_of) over (partition by event_id, victim_side_id, harm order by as_of) as next_as_of,
from founded
