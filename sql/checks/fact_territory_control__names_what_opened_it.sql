-- Every state names the claim that opened it, and its event where the claim has one; only a
-- baseline, which is no claim, has neither.
select
    fact_territory_control.location_key,
    fact_territory_control.valid_from,
    fact_territory_control.basis,
    fact_territory_control.claim_id,
from core.fact_territory_control
left join core.fact_claim using (claim_id)
where
    (fact_territory_control.basis = 'baseline') <> (fact_territory_control.claim_id is null)
    or fact_territory_control.event_id is distinct from fact_claim.event_id
