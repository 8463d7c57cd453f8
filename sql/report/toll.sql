-- One row per kind of harm: sums of every figure, one for each counting policy. A figure open below
-- adds nothing to low; one open above adds its highest account to high, and counts in n_open_high.
select
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
    count(*) as n_rows,
    count(distinct fact_casualty.event_id) as n_events,
from core.fact_casualty
group by fact_casualty.harm
order by fact_casualty.harm
