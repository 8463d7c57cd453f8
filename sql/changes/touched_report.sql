-- One row per report that a changed claim is or was part of.
select report_id from stage.dated_claims semi join changes.changed_claim using (claim_id)
union
select report_id from stage.event_claims semi join changes.changed_claim using (claim_id)
union
select report_id from before.fact_claim semi join changes.changed_claim using (claim_id)
