-- One row per claim whose rows are made again: it changed, or its article did, or somebody or some
-- place that it names has another name.
with named as (
    select
        claim_id,
        'location' as dimension,
        location_key as key,
    from before.fact_claim
    union all
    select
        claim_id,
        'actor',
        unnest([
            initiator_actor_key, target_actor_key, victim_actor_key, from_actor_key, to_actor_key
        ]),
    from before.fact_claim
    union all
    select claim_id, 'claimant', unnest([claimant_key, via_claimant_key])
    from before.fact_claim
)
select claim_id from changes.changed_claim
union
select claim_id from stage.dated_claims semi join changes.touched_article using (article_id)
union
select claim_id from before.fact_claim semi join changes.touched_article using (article_key)
union
select claim_id from named semi join changes.changed_member using (dimension, key)
