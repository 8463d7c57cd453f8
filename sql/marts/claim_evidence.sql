-- One row per claim, flat: what is claimed, by whom, and the sentence it was read from.
-- replaced by: claim_id
select
    fact_claim.claim_id,
    fact_claim.event_id,
    dim_article.article_id,
    fact_claim.story_id,
    fact_claim.origin_id,
    fact_claim.date_start,
    fact_claim.date_end,
    fact_claim.known_on,
    dim_article.published_on,
    fact_claim.date_precision,
    fact_claim.claim_type,
    fact_claim.change_type,
    fact_claim.harm,
    fact_claim.assertion,
    fact_claim.event_role,
    dim_location.country_name,
    dim_location.admin1_name,
    dim_location.name as location_name,
    initiator.name as initiator_name,
    target.name as target_name,
    victim.name as victim_name,
    loser.name as from_actor_name,
    taker.name as to_actor_name,
    claimant.name as claimant_name,
    claimant.claimant_type,
    via.name as via_claimant_name,
    fact_claim.origin_kind,
    fact_claim.is_interested,
    fact_claim.is_subset,
    fact_claim.is_cumulative,
    dim_article.is_story_original,
    fact_claim.qualifier,
    fact_claim.value_low,
    fact_claim.value_best,
    fact_claim.value_high,
    fact_claim.out_of,
    fact_claim.value_text,
    fact_claim.unit,
    fact_claim.n_places,
    fact_claim.link_reasons,
    dim_source.name as source_name,
    dim_article.title as article_title,
    dim_article.uri as article_uri,
    substring(
        article_text.text,
        fact_claim.sentence_start + 1,
        fact_claim.sentence_end - fact_claim.sentence_start
    ) as sentence_text,
    fact_claim.sentence_start,
    fact_claim.sentence_end,
    fact_claim.evidence_text,
    fact_claim.evidence_start,
    fact_claim.evidence_end,
    fact_claim.rule_id,
from core.fact_claim
inner join core.dim_article using (article_key)
inner join core.dim_source using (source_key)
inner join core.article_text using (article_key)
inner join core.dim_location using (location_key)
inner join core.dim_actor as initiator on initiator.actor_key = fact_claim.initiator_actor_key
inner join core.dim_actor as target on target.actor_key = fact_claim.target_actor_key
inner join core.dim_actor as victim on victim.actor_key = fact_claim.victim_actor_key
inner join core.dim_actor as loser on loser.actor_key = fact_claim.from_actor_key
inner join core.dim_actor as taker on taker.actor_key = fact_claim.to_actor_key
inner join core.dim_claimant as claimant on claimant.claimant_key = fact_claim.claimant_key
inner join core.dim_claimant as via on via.claimant_key = fact_claim.via_claimant_key
order by claim_id
