-- One row per state of control ever believed: the whole ledger, for views of any known-on day.
select
    dim_location.location_id as place_id,
    holder.side_id,
    other.side_id as other_side_id,
    fact_territory_control.status,
    fact_territory_control.valid_from,
    fact_territory_control.valid_to,
    fact_territory_control.day_seq,
    fact_territory_control.known_from,
    fact_territory_control.known_to,
    fact_territory_control.basis,
    fact_territory_control.grade,
    fact_territory_control.event_id,
from core.fact_territory_control
inner join core.dim_location using (location_key)
inner join core.dim_actor as holder on holder.actor_key = fact_territory_control.actor_key
inner join core.dim_actor as other on other.actor_key = fact_territory_control.other_actor_key
order by
    dim_location.country_name,
    dim_location.admin1_name nulls first,
    dim_location.name,
    place_id,
    fact_territory_control.valid_from,
    fact_territory_control.day_seq,
    fact_territory_control.known_from
