-- One row per figure about the state of the war: places held, strength of a force, toll to date.
-- replaced by: claim_id
select
    dated_claims.claim_id,
    coalesce(
        if(dated_claims.claim_type = 'casualty', victim.actor_key, null),
        taker.actor_key, initiator.actor_key, -1
    ) as actor_key,
    coalesce(dim_location.location_key, -1) as location_key,
    coalesce(dim_claimant.claimant_key, -1) as claimant_key,
    coalesce(dim_date.date_key, -1) as date_key,
    dated_claims.date_end as as_of,
    dated_claims.known_on,
    if(dated_claims.claim_type = 'casualty', 'cumulative_toll', dated_claims.claim_type) as figure,
    dated_claims.harm,
    dated_claims.assertion,
    dated_claims.qualifier,
    coalesce(
        dated_claims.value_best, dated_claims.value_low, dated_claims.value_high
    ) as held,
    dated_claims.out_of,
    dated_claims.value_low,
    dated_claims.value_best,
    dated_claims.value_high,
    dated_claims.value_text,
    dated_claims.unit,
from stage.dated_claims
left join core.dim_location using (location_id)
left join core.dim_claimant using (claimant_id)
left join core.dim_actor as victim on victim.actor_id = dated_claims.victim_actor_id
left join core.dim_actor as taker on taker.actor_id = dated_claims.to_actor_id
left join core.dim_actor as initiator on initiator.actor_id = dated_claims.initiator_actor_id
left join core.dim_date on dim_date.date = dated_claims.date_end
where
    dated_claims.claim_type in ('control_count', 'strength')
    or (dated_claims.claim_type = 'casualty' and dated_claims.is_cumulative)
order by claim_id
