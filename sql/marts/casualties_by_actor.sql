-- One row per kind of people harmed and harm: plain sums of fact_casualty over all days and places.
-- made whole
select
    fact_casualty.victim_actor_key,
    dim_actor.name as victim_name,
    dim_actor.actor_type as victim_type,
    dim_actor.side_name as victim_side_name,
    fact_casualty.harm,
    min(dim_date.date) as first_date,
    max(dim_date.date) as last_date,
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
inner join core.dim_actor on dim_actor.actor_key = fact_casualty.victim_actor_key
group by all
order by victim_actor_key, fact_casualty.harm
