-- Place, first day, turn and known date name one row, and spans run forward.
select
    fact_territory_control.location_key,
    fact_territory_control.valid_from,
    fact_territory_control.day_seq,
    fact_territory_control.known_from,
from core.fact_territory_control
group by all
having count(*) > 1 or bool_or(valid_to < valid_from) or bool_or(known_to <= known_from)
