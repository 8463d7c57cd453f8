-- One row per claim that has to be seen: to be made again itself, or for its event, its report or
-- the ledger of a place.
select claim_id from changes.touched_claim
union
select claim_id from stage.event_claims semi join changes.needed_event using (event_id)
union
select claim_id from stage.dated_claims semi join changes.touched_report using (report_id)
union
select claim_id from stage.event_claims semi join changes.touched_report using (report_id)
union
select dated_claims.claim_id
from stage.dated_claims
where
    dated_claims.claim_type in ('territory_change', 'territory_control', 'contested')
    and (
        dated_claims.location_id in (select location_id from changes.touched_place)
        or dated_claims.location_id in (select admin1_id from changes.touched_place)
    )
