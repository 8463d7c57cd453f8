-- Totals of casualties_by_actor equal those of fact_casualty, for every harm and policy.
with mart as (
    select
        harm,
        sum(low) as low,
        sum(best) as best,
        sum(high) as high,
        sum(value_lowest) as value_lowest,
        sum(value_highest) as value_highest,
        sum(value_best_supported) as value_best_supported,
        sum(value_latest) as value_latest,
        sum(value_acled_conservative) as value_acled_conservative,
        sum(n_rows) as n_rows,
    from marts.casualties_by_actor
    group by harm
),
fact as (
    select
        harm,
        sum(low) as low,
        sum(best) as best,
        sum(high) as high,
        sum(value_lowest) as value_lowest,
        sum(value_highest) as value_highest,
        sum(value_best_supported) as value_best_supported,
        sum(value_latest) as value_latest,
        sum(value_acled_conservative) as value_acled_conservative,
        count(*) as n_rows,
    from core.fact_casualty
    group by harm
)
(from mart except all from fact)
union all
(from fact except all from mart)
