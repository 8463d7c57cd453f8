-- Every event that a claim belongs to is a row of fact_event.
select
    fact_claim.claim_id,
    fact_claim.event_id,
from core.fact_claim
anti join core.fact_event using (event_id)
where fact_claim.event_id is not null
