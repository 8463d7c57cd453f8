-- Every dated claim is a row of fact_claim, and no other is.
select
    coalesce(dated_claims.claim_id, fact_claim.claim_id) as claim_id,
from stage.dated_claims
full join core.fact_claim using (claim_id)
where dated_claims.claim_id is null or fact_claim.claim_id is null
