-- Every control count, strength and toll to date is a reported figure.
select fact_claim.claim_id
from core.fact_claim
anti join core.fact_reported_figure using (claim_id)
where
    fact_claim.claim_type in ('control_count', 'strength')
    or (fact_claim.claim_type = 'casualty' and fact_claim.is_cumulative)
