-- One row per question that claims answer differently: who holds a place, or how many were harmed.
-- Numbers within a tenth of their mean are no dispute.
with belief as (
    select
        fact_territory_control.event_id,
        min(fact_territory_control.known_from)
            filter (fact_territory_control.status in ('disputed', 'contested')) as since,
        max(fact_territory_control.known_to)
            filter (fact_territory_control.status in ('disputed', 'contested')) as until,
        coalesce(bool_or(
            fact_territory_control.status in ('disputed', 'contested')
            and fact_territory_control.known_to is null
            and fact_territory_control.valid_to is null
        ), false) as is_standing,
    from core.fact_territory_control
    where fact_territory_control.event_id is not null
    group by fact_territory_control.event_id
),
control as (
    select
        event_register.event_id,
        'control' as question,
        null as side_id,
        null as harm,
        event_register.date_start,
        coalesce(belief.since, event_register.first_reported_on) as since,
        coalesce(belief.is_standing, false) as is_standing,
        is_standing or event_register.grade = 'contested' as is_open,
        if(is_open, null, belief.until) as until,
    from marts.event_register
    left join belief using (event_id)
    where
        event_register.event_family in ('territory', 'contested')
        and event_register.grade <> 'discounted'
        and (
            event_register.is_contradicted
            or event_register.grade = 'contested'
            or (event_register.event_family = 'territory' and belief.since is not null)
        )
),
deed as (
    select
        event_register.event_id,
        'deed' as question,
        null as side_id,
        null as harm,
        event_register.date_start,
        event_register.first_reported_on as since,
        null::date as until,
        false as is_standing,
        true as is_open,
    from marts.event_register
    where event_register.event_family = 'violence' and event_register.grade = 'contested'
),
figure as (
    select
        source_agreement.event_id,
        'figure' as question,
        side.side_id,
        source_agreement.harm,
        source_agreement.date_start,
        event_register.first_reported_on as since,
        null::date as until,
        false as is_standing,
        true as is_open,
    from marts.source_agreement
    inner join marts.event_register using (event_id)
    inner join core.dim_actor as side on side.actor_key = source_agreement.victim_side_key
    where source_agreement.relative_range > 0.1
)
from control
union all by name
from deed
union all by name
from figure
order by is_open desc, is_standing desc, question, date_start desc nulls last, event_id, harm, side_id
