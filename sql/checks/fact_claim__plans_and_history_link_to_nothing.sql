-- Claims that are planned or historical belong to no event.
select
    fact_claim.claim_id,
    fact_claim.assertion,
    fact_claim.event_id,
from core.fact_claim
where fact_claim.assertion in ('planned', 'historical') and fact_claim.event_id is not null
