-- One row per day, place, kind of people harmed and harm: plain sums of fact_casualty.
-- Unknown days and places are rows too, so that totals agree. Open ends are left out of low and
-- high and counted in n_open_low and n_open_high.
-- made whole
select
    fact_casualty.date_key,
    fact_casualty.location_key,
    fact_casualty.victim_actor_key,
    dim_date.date,
    dim_location.country_name,
    dim_location.admin1_name,
    dim_location.admin2_name,
    dim_location.name as location_name,
    dim_actor.name as victim_name,
    dim_actor.actor_type as victim_type,
    dim_actor.side_name as victim_side_name,
    fact_casualty.harm,
    dim_location.latitude,
    dim_location.longitude,
    sum(fact_casualty.low)::bigint as low,
    sum(fact_casualty.best)::bigint as best,
    sum(fact_casualty.high)::bigint as high,
    sum(fact_casualty.value_lowest)::bigint as value_lowest,
    sum(fact_casualty.value_highest)::bigint as value_highest,
    sum(fact_casualty.value_best_supported)::bigint as value_best_supported,
    sum(fact_casualty.value_latest)::bigint as value_latest,
    sum(fact_casualty.value_acled_conservative)::bigint as value_acled_conservative,
    count(distinct fact_casualty.event_id) as n_events,
    count(*) as n_rows,
    count(*) filter (fact_casualty.best is null) as n_unquantified,
    count(*) filter (fact_casualty.best is not null and fact_casualty.low is null) as n_open_low,
    count(*) filter (fact_casualty.best is not null and fact_casualty.high is null) as n_open_high,
    sum(fact_casualty.n_claims)::bigint as n_claims,
from core.fact_casualty
inner join core.dim_date using (date_key)
inner join core.dim_location using (location_key)
inner join core.dim_actor on dim_actor.actor_key = fact_casualty.victim_actor_key
group by all
order by date_key, location_key, victim_actor_key, fact_casualty.harm
