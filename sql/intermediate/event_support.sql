-- One row per event: how many claims, articles, stories and origins carry it, and its grade.
-- A publisher's own voice weighs only where no named origin speaks.
with counted as (
    select
        linked_claim.*,
        linked_claim.is_affirmed
        and (
            linked_claim.vagueness < 3
            or (
                linked_claim.vagueness = 3
                and min(linked_claim.vagueness) filter (linked_claim.is_affirmed) over (
                    partition by linked_claim.event_id
                ) = 3
            )
        ) as is_weighted,
    from intermediate.linked_claim
    where linked_claim.is_counted
),
-- within one story one number has one origin
told as (
    select
        counted.*,
        first_value(origin_id) over (
            partition by
                event_id, claim_type, victim_side_id, harm, story_id,
                coalesce(value::varchar, claim_id)
            order by not is_weighted, vagueness, origin_id, claim_id
        ) = origin_id as is_most_specific,
    from counted
),
weight as (
    select
        event_id,
        count(*) as n_claims,
        count(distinct article_id) as n_articles,
        count(distinct story_id) as n_stories,
        count(distinct origin_id) filter (is_weighted and is_most_specific) as n_origins,
        count(distinct origin_id) filter (
            is_weighted and is_most_specific and not is_interested
        ) as n_disinterested,
        least(
            count(distinct origin_id) filter (is_weighted and is_most_specific),
            count(distinct story_id) filter (is_weighted)
        ) as n_independent_claimants,
        coalesce(bool_or(
            is_affirmed
            and origin_kind = 'party'
            and claimant_side_id = if(claim_type = 'casualty', victim_side_id, from_side_id)
        ), false) as is_admitted,
        bool_and(assertion = 'denied') as is_only_denied,
    from told
    group by event_id
),
known as (
    select
        event_id,
        count(*) as n_linked_claims,
        min(known_on) as first_reported_on,
        max(known_on) as last_reported_on,
        bool_or(assertion = 'denied' and claim_type = 'casualty') as is_toll_denied,
    from intermediate.linked_claim
    where event_id is not null
    group by event_id
),
-- the side that lost says soon after that it took the place back
retaken as (
    select distinct events.event_id
    from stage.events
    inner join stage.lexicon_constants as settling_window
        on settling_window.name = 'settling_window'
    inner join intermediate.linked_claim as retaking
        on retaking.location_id = events.location_id
        and retaking.from_side_id = events.side_id
        and retaking.to_side_id <> events.side_id
        and retaking.date_start > events.date_start
        and retaking.date_end <= events.date_end + settling_window.value::integer
    where
        events.event_family = 'territory'
        and retaking.claim_type = 'territory_change'
        and retaking.is_affirmed
        and retaking.origin_kind = 'party'
        and retaking.claimant_side_id = retaking.to_side_id
)
select
    event_id,
    coalesce(weight.n_claims, 0) as n_claims,
    coalesce(weight.n_articles, 0) as n_articles,
    coalesce(weight.n_stories, 0) as n_stories,
    coalesce(weight.n_origins, 0) as n_origins,
    coalesce(weight.n_disinterested, 0) as n_disinterested,
    coalesce(weight.n_independent_claimants, 0) as n_independent_claimants,
    known.first_reported_on,
    known.last_reported_on,
    contradiction.event_id is not null as is_contradicted,
    case
        when coalesce(weight.is_only_denied, false) then 'discounted'
        when contradiction.is_open or known.is_toll_denied then 'contested'
        when weight.is_admitted or retaken.event_id is not null then 'confirmed'
        when weight.n_independent_claimants >= 2 and weight.n_disinterested >= 1 then 'fair'
        else 'weak'
    end as grade,
from known
left join weight using (event_id)
left join intermediate.event_contradiction as contradiction using (event_id)
left join retaken using (event_id)
