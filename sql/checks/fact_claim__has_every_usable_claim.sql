-- Every dated claim is a row of fact_claim, once.
(select claim_id from stage.dated_claims except all select claim_id from core.fact_claim)
union all
(select claim_id from core.fact_claim except all select claim_id from stage.dated_claims)
