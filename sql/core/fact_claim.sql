-- One row per usable claim: who said what of which place and day, in which article, in which words.
-- replaced by: claim_id
select
    dated_claims.claim_id,
    dated_claims.story_id,
    event_claims.event_id,
    dated_claims.report_id,
    dated_claims.subset_of_claim_id,
    dated_claims.origin_id,
    dim_article.article_key,
    coalesce(dim_location.location_key, -1) as location_key,
    coalesce(initiator.actor_key, -1) as initiator_actor_key,
    coalesce(target.actor_key, -1) as target_actor_key,
    coalesce(victim.actor_key, -1) as victim_actor_key,
    coalesce(loser.actor_key, -1) as from_actor_key,
    coalesce(taker.actor_key, -1) as to_actor_key,
    coalesce(claimant.claimant_key, -1) as claimant_key,
    coalesce(via.claimant_key, -1) as via_claimant_key,
    coalesce(dim_date.date_key, -1) as date_key,
    dated_claims.date_start,
    dated_claims.date_end,
    dated_claims.date_precision,
    dated_claims.date_basis,
    dated_claims.day_seq,
    dated_claims.known_on,
    dim_article.known_on_method,
    dated_claims.claim_type,
    dated_claims.change_type,
    dated_claims.sub_event_type,
    dated_claims.things_hit,
    dated_claims.harm,
    dated_claims.where_precision,
    dated_claims.assertion,
    dated_claims.claimant_basis,
    dated_claims.origin_kind,
    event_claims.event_role,
    dated_claims.is_whole,
    dated_claims.is_subset,
    dated_claims.is_cumulative,
    dated_claims.is_interested,
    dated_claims.qualifier,
    dated_claims.value_low,
    dated_claims.value_best,
    dated_claims.value_high,
    dated_claims.out_of,
    dated_claims.value_text,
    dated_claims.unit,
    dated_claims.n_places,
    event_claims.link_score,
    event_claims.link_reasons,
    dated_claims.evidence_text,
    dated_claims.evidence_start,
    dated_claims.evidence_end,
    dated_claims.sentence_start,
    dated_claims.sentence_end,
    dated_claims.rule_id,
from stage.dated_claims
inner join core.dim_article using (article_id)
left join stage.event_claims using (claim_id)
left join core.dim_location using (location_id)
left join core.dim_actor as initiator on initiator.actor_id = dated_claims.initiator_actor_id
left join core.dim_actor as target on target.actor_id = dated_claims.target_actor_id
left join core.dim_actor as victim on victim.actor_id = dated_claims.victim_actor_id
left join core.dim_actor as loser on loser.actor_id = dated_claims.from_actor_id
left join core.dim_actor as taker on taker.actor_id = dated_claims.to_actor_id
left join core.dim_claimant as claimant on claimant.claimant_id = dated_claims.claimant_id
left join core.dim_claimant as via on via.claimant_id = dated_claims.via_claimant_id
left join core.dim_date on dim_date.date = dated_claims.date_start
order by claim_id
