-- Every country, province and district that a place lies in is a place of the dimension.
select
    dim_location.location_id,
    parent.parent_key,
from core.dim_location
cross join lateral (
    select unnest([dim_location.country_key, dim_location.admin1_key, dim_location.admin2_key])
        as parent_key
) as parent
anti join core.dim_location as known on known.location_key = parent.parent_key
