-- One row per kind of people harmed and harm: plain sums of fact_casualty over all days and places,
-- taken from its sums by day and place. An event has one day and one place: its count adds up too.
-- made whole
select
    daily.victim_actor_key,
    daily.victim_name,
    daily.victim_type,
    daily.victim_side_name,
    daily.harm,
    min(daily.date) as first_date,
    max(daily.date) as last_date,
    sum(daily.low)::bigint as low,
    sum(daily.best)::bigint as best,
    sum(daily.high)::bigint as high,
    sum(daily.value_lowest)::bigint as value_lowest,
    sum(daily.value_highest)::bigint as value_highest,
    sum(daily.value_best_supported)::bigint as value_best_supported,
    sum(daily.value_latest)::bigint as value_latest,
    sum(daily.value_acled_conservative)::bigint as value_acled_conservative,
    sum(daily.n_events)::bigint as n_events,
    sum(daily.n_rows)::bigint as n_rows,
    sum(daily.n_unquantified)::bigint as n_unquantified,
    sum(daily.n_open_low)::bigint as n_open_low,
    sum(daily.n_open_high)::bigint as n_open_high,
    sum(daily.n_claims)::bigint as n_claims,
from marts.casualties_daily as daily
group by all
order by victim_actor_key, daily.harm
