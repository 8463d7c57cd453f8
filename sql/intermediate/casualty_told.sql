-- One row per claim of a casualty that counts as somebody's word, at each moment of its figure.
-- Within one story one number has one origin, the most specific; its first telling speaks.
with told as (
    select
        casualty_moment.as_of,
        linked_claim.*,
    from intermediate.casualty_moment
    inner join intermediate.linked_claim using (event_id, victim_side_id, harm)
    where
        linked_claim.claim_type = 'casualty'
        and linked_claim.is_counted
        and linked_claim.is_affirmed
        and not linked_claim.is_partial
        and linked_claim.known_from <= casualty_moment.as_of
    qualify row_number() over (
        partition by
            as_of, event_id, victim_side_id, harm, story_id,
            coalesce(value::varchar, claimant_id, claim_id)
        order by vagueness, origin_id, is_own_voice, known_from, claim_id
    ) = 1
),
weighed as (
    select
        told.*,
        told.vagueness < 3
        or (
            told.vagueness = 3
            and min(told.vagueness) over (
                partition by told.as_of, told.event_id, told.victim_side_id, told.harm
            ) = 3
        ) as is_weighted,
    from told
)
select
    weighed.claim_id,
    weighed.event_id,
    weighed.victim_side_id,
    weighed.harm,
    weighed.as_of,
    weighed.article_id,
    weighed.story_id,
    weighed.claimant_id,
    weighed.origin_id,
    coalesce(
        weighed.origin_id || '|' || coalesce(weighed.claimant_id, ''),
        'value|' || weighed.value::varchar
    ) as teller_id,
    coalesce(weighed.known_on, date '0001-01-01') as said_on,
    weighed.known_on,
    weighed.value_low,
    weighed.value_best,
    weighed.value_high,
    weighed.value,
    weighed.is_weighted,
    weighed.is_weighted and not weighed.is_interested as is_disinterested,
    coalesce(
        weighed.origin_kind = 'party' and weighed.claimant_side_id = weighed.victim_side_id, false
    ) as is_admission,
from weighed
