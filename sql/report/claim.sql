-- One row per claim: who says what in which words; the span is cut out of the sentence.
-- Claims without an event are plans, history and figures of state: told, and counted nowhere.
select
    claim_evidence.claim_id,
    claim_evidence.event_id,
    claim_evidence.article_id,
    claim_evidence.claim_type,
    claim_evidence.change_type,
    claim_evidence.harm,
    victim.side_id,
    claim_evidence.assertion,
    claim_evidence.event_role,
    claim_evidence.location_name,
    nullif(claim_evidence.from_actor_name, 'Unknown') as from_actor_name,
    nullif(claim_evidence.to_actor_name, 'Unknown') as to_actor_name,
    nullif(claim_evidence.victim_name, 'Unknown') as victim_name,
    claim_evidence.claimant_name,
    claim_evidence.claimant_type,
    nullif(claim_evidence.via_claimant_name, 'Unknown') as via_claimant_name,
    claim_evidence.origin_kind,
    claim_evidence.is_interested,
    claim_evidence.is_subset,
    claim_evidence.is_cumulative,
    claim_evidence.value_low,
    claim_evidence.value_best,
    claim_evidence.value_high,
    claim_evidence.value_text,
    claim_evidence.unit,
    claim_evidence.sentence_text,
    claim_evidence.sentence_start,
    claim_evidence.evidence_start,
    claim_evidence.evidence_end,
    claim_evidence.link_reasons,
    claim_evidence.rule_id,
from marts.claim_evidence
inner join core.fact_claim using (claim_id)
inner join core.dim_actor as victim on victim.actor_key = fact_claim.victim_actor_key
order by
    claim_evidence.event_id nulls last,
    claim_evidence.known_on nulls last,
    claim_evidence.article_id,
    claim_evidence.evidence_start,
    claim_evidence.claim_id
