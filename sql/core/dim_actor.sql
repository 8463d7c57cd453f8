-- One row per actor: every party, armed group and kind of people that a claim names, with its side.
-- made whole
with used as (
    select unnest([
        initiator_actor_id, target_actor_id, victim_actor_id, from_actor_id, to_actor_id,
        claimant_actor_id, victim_side_id, from_side_id, to_side_id, claimant_side_id,
    ]) as actor_id
    from stage.dated_claims
    union
    select unnest([initiator_actor_id, target_actor_id, from_actor_id, to_actor_id, side_id])
    from stage.events
    union
    select baseline.side_id
    from stage.baseline
),
related as (
    select used.actor_id
    from used
    union
    select unnest([lexicon_actors.side_id, lexicon_actors.parent_actor_id])
    from used
    inner join stage.lexicon_actors using (actor_id)
),
actor as (
    select
        related.actor_id,
        coalesce(lexicon_actors.name, related.actor_id) as name,
        coalesce(lexicon_actors.actor_type, 'unknown') as actor_type,
        coalesce(lexicon_actors.side_id, related.actor_id) as side_id,
        lexicon_actors.country_iso3,
        lexicon_actors.parent_actor_id,
    from related
    left join stage.lexicon_actors using (actor_id)
    where related.actor_id is not null
)
select
    actor.actor_id,
    ('0x' || substr(md5(actor.actor_id), 1, 13))::bigint as actor_key,
    actor.name,
    actor.actor_type,
    actor.side_id,
    coalesce(side.name, actor.side_id) as side_name,
    actor.country_iso3,
    actor.parent_actor_id,
from actor
left join actor as side on side.actor_id = actor.side_id
union all
select 'unknown', -1, 'Unknown', 'unknown', 'unknown', 'Unknown', null, null
order by actor_id
