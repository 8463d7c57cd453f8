-- Every event has at least one claim that founds it: no denial, plan or history.
select fact_event.event_id
from core.fact_event
anti join (
    select event_id
    from core.fact_claim
    where assertion in ('asserted', 'attributed', 'unconfirmed')
) as fact_claim using (event_id)
