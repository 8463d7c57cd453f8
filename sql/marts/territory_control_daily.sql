-- One row per place and day, from its first evidence to the last day anything is known: who holds
-- it at the day's end, as now known. Changes inside the day are counted, not lost.
-- replaced by: location_key, date
-- made of what is kept
with standing as (
    select *
    from core.fact_territory_control
    where known_to is null
),
horizon as (
    select max(day) as last_day
    from (
        select max(known_on) as day from core.dim_article
        union all
        select max(valid_from) from standing
    )
),
turned as (
    select
        location_key,
        valid_from as date,
        count(*) as n_changes,
    from standing
    group by all
)
select
    dim_date.date_key,
    standing.location_key,
    standing.actor_key,
    standing.other_actor_key,
    standing.event_id,
    dim_date.date,
    standing.valid_from as since,
    dim_location.country_name,
    dim_location.admin1_name,
    dim_location.admin2_name,
    dim_location.name as location_name,
    dim_location.location_type,
    standing.status,
    dim_actor.name as actor_name,
    other.name as other_actor_name,
    standing.basis,
    standing.grade,
    dim_location.latitude,
    dim_location.longitude,
    coalesce(turned.n_changes, 0) as n_changes,
from standing
cross join horizon
inner join core.dim_date
    on dim_date.date >= standing.valid_from
    and dim_date.date < coalesce(standing.valid_to, horizon.last_day + 1)
inner join core.dim_location using (location_key)
inner join core.dim_actor using (actor_key)
inner join core.dim_actor as other on other.actor_key = standing.other_actor_key
left join turned on turned.location_key = standing.location_key and turned.date = dim_date.date
order by date_key, location_key
