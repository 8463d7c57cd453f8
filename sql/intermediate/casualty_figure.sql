-- One row per event, side harmed, harm and moment: the bounds and the policies over its accounts.
-- An open end stays open only where it is outermost. No account leaves a row without a number.
with bounds as (
    select
        as_of,
        event_id,
        victim_side_id,
        harm,
        case
            when min(value) filter (value_low is null) <= min(value_low) then null
            else min(value_low)
        end as low,
        case
            when max(value) filter (value_high is null) >= max(value_high) then null
            else max(value_high)
        end as high,
        min(value) as lowest,
        max(value) as highest,
        case
            when harm <> 'killed' then null
            when bool_or(is_weighted) then
                min(coalesce(value_low, value_best, value_high)) filter (is_weighted)
            else min(coalesce(value_low, value_best, value_high))
        end as acled_conservative,
        count(*) as n_accounts,
    from intermediate.casualty_account
    group by as_of, event_id, victim_side_id, harm
),
best_supported as (
    select as_of, event_id, victim_side_id, harm, value
    from intermediate.casualty_support
    qualify row_number() over (
        partition by as_of, event_id, victim_side_id, harm
        order by n_disinterested_near desc, n_origins_near desc, n_accounts_around desc, value
    ) = 1
),
latest as (
    select as_of, event_id, victim_side_id, harm, value
    from intermediate.casualty_support
    qualify row_number() over (
        partition by as_of, event_id, victim_side_id, harm
        order by
            said_on desc, n_disinterested_near desc, n_origins_near desc, n_accounts_around desc,
            value
    ) = 1
),
telling as (
    select
        as_of,
        event_id,
        victim_side_id,
        harm,
        count(distinct origin_id) filter (is_weighted) as n_origins,
        count(distinct origin_id) filter (is_disinterested) as n_disinterested,
        least(
            count(distinct origin_id) filter (is_weighted),
            count(distinct story_id) filter (is_weighted)
        ) as n_independent_claimants,
        bool_or(is_admission) as is_admitted,
    from intermediate.casualty_told
    group by as_of, event_id, victim_side_id, harm
),
claimed as (
    select
        as_of,
        event_id,
        victim_side_id,
        harm,
        count(*) filter (linked_claim.is_counted) as n_claims,
        if(
            min(linked_claim.victim_actor_id) = max(linked_claim.victim_actor_id),
            min(linked_claim.victim_actor_id),
            victim_side_id
        ) as victim_actor_id,
        bool_or(linked_claim.assertion = 'denied') as is_denied,
        bool_and(linked_claim.assertion = 'denied') as is_only_denied,
    from intermediate.casualty_moment
    inner join intermediate.linked_claim using (event_id, victim_side_id, harm)
    where
        linked_claim.claim_type = 'casualty'
        and not linked_claim.is_partial
        and linked_claim.known_from <= casualty_moment.as_of
    group by as_of, event_id, victim_side_id, harm
)
select
    event_id,
    victim_side_id,
    harm,
    as_of,
    casualty_moment.next_as_of,
    coalesce(claimed.victim_actor_id, victim_side_id) as victim_actor_id,
    bounds.low,
    bounds.high,
    bounds.lowest,
    bounds.highest,
    best_supported.value as best_supported,
    latest.value as latest,
    bounds.acled_conservative,
    coalesce(bounds.n_accounts, 0) as n_accounts,
    claimed.n_claims,
    coalesce(telling.n_origins, 0) as n_origins,
    coalesce(telling.n_disinterested, 0) as n_disinterested,
    coalesce(telling.n_independent_claimants, 0) as n_independent_claimants,
    case
        when claimed.is_only_denied then 'discounted'
        when claimed.is_denied then 'contested'
        when telling.is_admitted then 'confirmed'
        when telling.n_independent_claimants >= 2 and telling.n_disinterested >= 1 then 'fair'
        else 'weak'
    end as grade,
from intermediate.casualty_moment
inner join claimed using (event_id, victim_side_id, harm, as_of)
left join telling using (event_id, victim_side_id, harm, as_of)
left join bounds using (event_id, victim_side_id, harm, as_of)
left join best_supported using (event_id, victim_side_id, harm, as_of)
left join latest using (event_id, victim_side_id, harm, as_of)
