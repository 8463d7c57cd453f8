-- claim_evidence and fact_claim hold the same claims.
select
    coalesce(claim_evidence.claim_id, fact_claim.claim_id) as claim_id,
from marts.claim_evidence
full join core.fact_claim using (claim_id)
where claim_evidence.claim_id is null or fact_claim.claim_id is null
