-- One row per place whose ledger may be another now: a changed claim speaks of it, or of the whole
-- province that it lies in, or an event changed that stands there.
with place as (
    from before.dim_location
    union
    from core.dim_location
),
spoken as (
    select dated_claims.location_id, dated_claims.is_whole
    from stage.dated_claims
    semi join changes.changed_claim using (claim_id)
    where dated_claims.claim_type in ('territory_change', 'territory_control', 'contested')
    union
    select dim_location.location_id, fact_claim.is_whole
    from before.fact_claim
    inner join before.dim_location using (location_key)
    semi join changes.changed_claim using (claim_id)
    where fact_claim.claim_type in ('territory_change', 'territory_control', 'contested')
    union
    select events.location_id, false
    from stage.events
    semi join changes.related_event using (event_id)
    where events.event_family <> 'violence'
    union
    select dim_location.location_id, false
    from before.fact_event
    inner join before.dim_location using (location_key)
    semi join changes.related_event using (event_id)
    where fact_event.event_family <> 'violence'
    union
    -- another baseline makes a new file; in that, its places are new
    select baseline.location_id, false
    from stage.baseline
    anti join before.dim_location using (location_id)
)
select place.location_id, place.location_key, place.admin1_id
from place
semi join spoken using (location_id)
union
select place.location_id, place.location_key, place.admin1_id
from place
semi join (select location_id from spoken where is_whole) as province
    on province.location_id = place.admin1_id
