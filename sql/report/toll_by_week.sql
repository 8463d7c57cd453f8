-- One row per week, or month where $grain says so, side harmed and harm.
-- starts_on is null for days that are unknown, and for those before $first_day.
-- parameters: first_day, grain
select
    case
        when dim_date.date is null then null
        when dim_date.date < $first_day::date then null
        else date_trunc($grain, dim_date.date)::date
    end as starts_on,
    coalesce(dim_date.date < $first_day::date, false) as is_earlier,
    side.side_id,
    fact_casualty.harm,
    sum(fact_casualty.low)::bigint as low,
    sum(coalesce(fact_casualty.high, fact_casualty.value_highest))::bigint as high,
    sum(fact_casualty.value_lowest)::bigint as lowest,
    sum(fact_casualty.value_highest)::bigint as highest,
    sum(fact_casualty.value_best_supported)::bigint as best_supported,
    sum(fact_casualty.value_latest)::bigint as latest,
    sum(fact_casualty.value_acled_conservative)::bigint as acled_conservative,
    count(*) filter (fact_casualty.best is not null and fact_casualty.low is null) as n_open_low,
    count(*) filter (fact_casualty.best is not null and fact_casualty.high is null) as n_open_high,
    count(*) filter (fact_casualty.best is null) as n_unquantified,
    count(distinct fact_casualty.event_id) as n_events,
from core.fact_casualty
inner join core.dim_date using (date_key)
inner join core.dim_actor as side on side.actor_key = fact_casualty.victim_side_key
group by all
order by starts_on nulls first, is_earlier desc, side.side_id, fact_casualty.harm
