-- One row per ledger place and day on which something about it became known.
select
    location_id,
    known_from as as_of,
    lead(known_from) over (partition by location_id order by known_from) as next_as_of,
from intermediate.territory_evidence
group by location_id, known_from
