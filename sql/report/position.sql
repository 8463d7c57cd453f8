-- One row per disputed question, answer and claimant; copies of one text count as one.
with spoken as (
    select
        fact_claim.*,
        claimant.name as claimant_name,
        claimant.claimant_type,
        initiator.name as initiator_name,
    from core.fact_claim
    inner join core.dim_claimant as claimant using (claimant_key)
    inner join core.dim_actor as initiator on initiator.actor_key = fact_claim.initiator_actor_key
    where fact_claim.event_id is not null
),
control as (
    select
        spoken.event_id,
        'control' as question,
        null as side_id,
        null as harm,
        null::bigint as low,
        null::bigint as best,
        null::bigint as high,
        case
            when spoken.assertion = 'denied' then 'denied'
            when spoken.claim_type = 'contested' then 'fighting'
            when spoken.claim_type = 'territory_control' then 'held'
            when spoken.assertion = 'unconfirmed' then 'unconfirmed'
            when spoken.change_type = 'recaptured' then 'captured'
            else coalesce(spoken.change_type, 'held')
        end as answer,
        nullif(
            if(spoken.change_type = 'withdrawn', loser_side.side_name, taker_side.side_name), 'Unknown'
        ) as actor_name,
        spoken.claimant_name,
        spoken.claimant_type,
        spoken.origin_kind,
        spoken.is_interested,
        spoken.article_key,
        spoken.story_id,
        spoken.known_on,
    from spoken
    inner join core.dim_actor as taker_side on taker_side.actor_key = spoken.to_actor_key
    inner join core.dim_actor as loser_side on loser_side.actor_key = spoken.from_actor_key
    where spoken.claim_type in ('territory_change', 'territory_control', 'contested')
),
deed as (
    select
        spoken.event_id,
        'deed' as question,
        null as side_id,
        null as harm,
        null::bigint as low,
        null::bigint as best,
        null::bigint as high,
        if(spoken.assertion = 'denied', 'denied', 'done') as answer,
        nullif(spoken.initiator_name, 'Unknown') as actor_name,
        spoken.claimant_name,
        spoken.claimant_type,
        spoken.origin_kind,
        spoken.is_interested,
        spoken.article_key,
        spoken.story_id,
        spoken.known_on,
    from spoken
),
figure as (
    select
        account.event_id,
        'figure' as question,
        side.side_id,
        account.harm,
        account.low,
        account.value as best,
        account.high,
        'number' as answer,
        null as actor_name,
        spoken.claimant_name,
        spoken.claimant_type,
        spoken.origin_kind,
        spoken.is_interested,
        spoken.article_key,
        spoken.story_id,
        spoken.known_on,
    from core.fact_casualty_account as account
    inner join core.dim_actor as side on side.actor_key = account.victim_side_key
    inner join spoken using (claim_id)
),
answered as (
    from control
    union all by name
    from deed
    union all by name
    from figure
),
asked as (
    select event_id, 'control' as question, null as side_id, null as harm
    from marts.event_register
    where event_family <> 'violence'
    union all
    select event_id, 'deed', null, null
    from marts.event_register
    where event_family = 'violence' and grade = 'contested'
    union all
    select source_agreement.event_id, 'figure', dim_actor.side_id, source_agreement.harm
    from marts.source_agreement
    inner join core.dim_actor on dim_actor.actor_key = source_agreement.victim_side_key
    where source_agreement.relative_range > 0.1
)
select
    event_id,
    question,
    side_id,
    harm,
    answer,
    actor_name,
    low,
    best,
    high,
    claimant_name,
    claimant_type,
    origin_kind,
    bool_or(is_interested) as is_interested,
    count(distinct article_key) as n_articles,
    count(distinct story_id) as n_stories,
    min(known_on) as known_on,
from answered
semi join asked
    on asked.event_id = answered.event_id
    and asked.question = answered.question
    and asked.side_id is not distinct from answered.side_id
    and asked.harm is not distinct from answered.harm
group by all
order by event_id, question, harm, side_id, best, low, high, answer, actor_name, known_on, claimant_name
