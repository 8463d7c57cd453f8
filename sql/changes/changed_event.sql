-- One row per event that came, went or is another, that a changed claim belongs or belonged to, or
-- whose rows tell the name of somebody or some place that has another name now.
with relation as (
    select event_id, related_event_id, relation
    from before.event_relation
    where relation <> 'part_of'
),
named as (
    select
        event_id,
        'location' as dimension,
        location_key as key,
    from before.fact_event
    union all
    select event_id, 'actor', unnest([initiator_actor_key, target_actor_key, side_key])
    from before.fact_event
    union all
    select event_id, 'actor', unnest([from_actor_key, to_actor_key])
    from before.fact_territory_change
    union all
    select event_id, 'actor', victim_side_key
    from before.fact_casualty_account
    union all
    select event_id, 'claimant', claimant_key
    from before.fact_casualty_account
),
changed as (
    select event_id
    from intermediate.event_fingerprint as now
    full join before.event_fingerprint as earlier using (event_id)
    where now.fingerprint is distinct from earlier.fingerprint
    union
    select event_id from stage.event_claims semi join changes.changed_claim using (claim_id)
    union
    select event_id from before.fact_claim semi join changes.changed_claim using (claim_id)
    union
    select unnest([event_id, related_event_id])
    from (
        (from stage.event_relations except from relation)
        union all
        (from relation except from stage.event_relations)
    )
    union
    select event_id from named semi join changes.changed_member using (dimension, key)
)
select event_id
from changed
where event_id is not null
