-- One row per account of a casualty, at each moment of its figure: one claimant's number.
-- A claimant's latest statements speak; of several values the one most stories carry, then the
-- lower; a story that gives two values under one claimant gives two accounts.
with latest as (
    select *
    from intermediate.casualty_told
    where value is not null
    qualify said_on = max(said_on) over (
        partition by as_of, event_id, victim_side_id, harm, teller_id
    )
),
counted as (
    select
        latest.*,
        count(distinct story_id) over (
            partition by as_of, event_id, victim_side_id, harm, teller_id, value
        ) as n_stories,
        count(distinct value) over (
            partition by as_of, event_id, victim_side_id, harm, teller_id, story_id
        ) as n_values_in_story,
    from latest
),
one_a_value as (
    select
        counted.*,
        max(n_values_in_story) over (
            partition by as_of, event_id, victim_side_id, harm, teller_id, value
        ) > 1 as has_rival_in_story,
    from counted
    qualify row_number() over (
        partition by as_of, event_id, victim_side_id, harm, teller_id, value order by claim_id
    ) = 1
)
select
    claim_id,
    event_id,
    victim_side_id,
    harm,
    as_of,
    claimant_id,
    origin_id,
    teller_id,
    said_on,
    known_on,
    value_low,
    value_best,
    value_high,
    value,
    n_stories,
    is_weighted,
    is_disinterested,
from one_a_value
qualify
    row_number() over (
        partition by as_of, event_id, victim_side_id, harm, teller_id
        order by n_stories desc, value, claim_id
    ) = 1
    or has_rival_in_story
