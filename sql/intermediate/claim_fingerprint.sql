-- One row per usable claim, with a fingerprint of all that it says and of its place in the linking.
-- replaced by: claim_id
select
    claim_id,
    hash(dated_claims, event_claims) as fingerprint,
from stage.dated_claims
left join stage.event_claims using (claim_id)
