-- One row per claim that came, went or is another than when the tables were last brought up to date.
select claim_id
from intermediate.claim_fingerprint as now
full join before.claim_fingerprint as earlier using (claim_id)
where now.fingerprint is distinct from earlier.fingerprint
