-- Totals of casualties_by_policy equal those of fact_casualty, for every harm and policy.
with fact as (
    unpivot (
        select
            harm,
            coalesce(sum(value_lowest), -1)::bigint as lowest,
            coalesce(sum(value_highest), -1)::bigint as highest,
            coalesce(sum(value_best_supported), -1)::bigint as best_supported,
            coalesce(sum(value_latest), -1)::bigint as latest,
            coalesce(sum(value_acled_conservative), -1)::bigint as acled_conservative,
        from core.fact_casualty
        group by harm
    )
    on lowest, highest, best_supported, latest, acled_conservative
    into name policy value value
),
mart as (
    select
        harm,
        policy,
        coalesce(sum(value), -1)::bigint as value,
    from marts.casualties_by_policy
    group by harm, policy
)
(select harm, policy, value from mart except all select harm, policy, value from fact)
union all
(select harm, policy, value from fact except all select harm, policy, value from mart)
