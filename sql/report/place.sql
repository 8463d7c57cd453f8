-- One row per place of an event or of the ledger, and per province around one.
with used as (
    select location_key from core.fact_event
    union
    select location_key from core.fact_territory_control
)
select distinct
    place.location_id as place_id,
    place.name,
    place.location_type,
    place.admin1_name,
    place.country_name,
    place.latitude,
    place.longitude,
from used
inner join core.dim_location as inner_place using (location_key)
inner join core.dim_location as place
    on place.location_key in (inner_place.location_key, inner_place.admin1_key)
where place.location_key <> -1
order by place.country_name, place.admin1_name nulls first, place.name, place_id
