-- claim_evidence and fact_claim hold the same claims.
(select claim_id from marts.claim_evidence except all select claim_id from core.fact_claim)
union all
(select claim_id from core.fact_claim except all select claim_id from marts.claim_evidence)
