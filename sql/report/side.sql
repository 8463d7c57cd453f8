-- One row per side that holds, takes, contests or loses a place, or is harmed. Parties come first,
-- in the order in which the ledger first knew of them: later articles give no side another colour.
with named as (
    select
        unnest([actor_key, other_actor_key]) as side_key,
        known_from as first_on,
        true as is_party,
    from core.fact_territory_control
    union all
    select
        unnest([dim_actor.actor_key, loser.actor_key]),
        fact_event.first_reported_on,
        true,
    from core.fact_territory_change
    inner join core.fact_event using (event_id)
    inner join core.dim_actor on dim_actor.actor_key = fact_territory_change.to_actor_key
    inner join core.dim_actor as loser on loser.actor_key = fact_territory_change.from_actor_key
    union all
    select fact_casualty.victim_side_key, null, false
    from core.fact_casualty
),
side as (
    select
        dim_actor.side_id,
        min(named.first_on) as first_on,
        bool_or(named.is_party) as is_party,
    from named
    inner join core.dim_actor on dim_actor.actor_key = named.side_key
    group by dim_actor.side_id
)
select
    side.side_id,
    dim_actor.side_name as name,
    side.is_party and side.side_id <> 'unknown' as is_party,
from side
inner join core.dim_actor on dim_actor.actor_id = side.side_id
order by
    side.is_party and side.side_id <> 'unknown' desc,
    if(side.is_party, side.first_on, null) nulls last,
    side.side_id = 'unknown',
    side.side_id
