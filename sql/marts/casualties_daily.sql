-- One row per day, place, kind of people harmed and harm: plain sums of fact_casualty.
-- Unknown days and places are rows too, so that totals agree. Open ends are left out of low and
-- high and counted in n_open_low and n_open_high.
-- replaced by: date_key
-- made of what is kept
with summed as (
    select
        date_key,
        location_key,
        victim_actor_key,
        harm,
        sum(low)::bigint as low,
        sum(best)::bigint as best,
        sum(high)::bigint as high,
        sum(value_lowest)::bigint as value_lowest,
        sum(value_highest)::bigint as value_highest,
        sum(value_best_supported)::bigint as value_best_supported,
        sum(value_latest)::bigint as value_latest,
        sum(value_acled_conservative)::bigint as value_acled_conservative,
        count(distinct event_id) as n_events,
        count(*) as n_rows,
        count(*) filter (best is null) as n_unquantified,
        count(*) filter (best is not null and low is null) as n_open_low,
        count(*) filter (best is not null and high is null) as n_open_high,
        sum(n_claims)::bigint as n_claims,
    from core.fact_casualty
    group by all
)
select
    summed.date_key,
    summed.location_key,
    summed.victim_actor_key,
    dim_date.date,
    dim_location.country_name,
    dim_location.admin1_name,
    dim_location.admin2_name,
    dim_location.name as location_name,
    dim_actor.name as victim_name,
    dim_actor.actor_type as victim_type,
    dim_actor.side_name as victim_side_name,
    summed.harm,
    dim_location.latitude,
    dim_location.longitude,
    summed.low,
    summed.best,
    summed.high,
    summed.value_lowest,
    summed.value_highest,
    summed.value_best_supported,
    summed.value_latest,
    summed.value_acled_conservative,
    summed.n_events,
    summed.n_rows,
    summed.n_unquantified,
    summed.n_open_low,
    summed.n_open_high,
    summed.n_claims,
from summed
inner join core.dim_date using (date_key)
inner join core.dim_location using (location_key)
inner join core.dim_actor on dim_actor.actor_key = summed.victim_actor_key
order by date_key, location_key, victim_actor_key, summed.harm
