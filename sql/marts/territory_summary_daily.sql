-- One row per day, country, actor and kind of place: how many places it holds, contests or disputes.
-- Counts are of places with evidence; they are no share of all districts of the country.
-- made whole
select
    territory_control_daily.date_key,
    dim_location.country_key,
    territory_control_daily.actor_key,
    territory_control_daily.date,
    dim_location.country_name,
    territory_control_daily.actor_name,
    dim_location.location_type,
    count(*) filter (territory_control_daily.status = 'controlled') as n_controlled,
    count(*) filter (territory_control_daily.status = 'contested') as n_contested,
    count(*) filter (territory_control_daily.status = 'disputed') as n_disputed,
    count(*) filter (territory_control_daily.status = 'unknown') as n_unknown,
    count(*) as n_places,
from marts.territory_control_daily
inner join core.dim_location using (location_key)
group by all
order by date_key, country_key, actor_key, location_type
