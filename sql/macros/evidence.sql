-- One row per claim of an event: who says so, and the sentence. Takes any id the event ever had.
-- parameters: id
select claim_evidence.*
from marts.claim_evidence
where claim_evidence.event_id in (
    select event_alias.event_id
    from core.event_alias
    where event_alias.alias_id = id
)
