-- One row per counting policy, province, kind of people harmed and harm: the same rows of
-- fact_casualty, summed under each rule for choosing among accounts.
-- made whole
with chosen as (
    select
        dim_location.country_key,
        dim_location.admin1_key,
        dim_location.country_name,
        dim_location.admin1_name,
        victim_actor_key,
        harm,
        low,
        high,
        unnest(['lowest', 'highest', 'best_supported', 'latest', 'acled_conservative']) as policy,
        unnest([
            value_lowest, value_highest, value_best_supported, value_latest,
            value_acled_conservative,
        ]) as value,
    from core.fact_casualty
    inner join core.dim_location using (location_key)
),
summed as (
    select
        country_key,
        admin1_key,
        victim_actor_key,
        policy,
        any_value(country_name) as country_name,
        coalesce(any_value(admin1_name), 'Unknown') as admin1_name,
        harm,
        sum(value)::bigint as value,
        sum(low)::bigint as low,
        sum(high)::bigint as high,
        count(*) as n_rows,
        count(*) filter (value is null) as n_without_value,
        count(*) filter (value is not null and low is null) as n_open_low,
        count(*) filter (value is not null and high is null) as n_open_high,
    from chosen
    group by country_key, admin1_key, victim_actor_key, policy, harm
)
select
    summed.country_key,
    summed.admin1_key,
    summed.victim_actor_key,
    summed.policy,
    summed.country_name,
    summed.admin1_name,
    dim_actor.name as victim_name,
    dim_actor.side_name as victim_side_name,
    summed.harm,
    summed.value,
    summed.low,
    summed.high,
    summed.n_rows,
    summed.n_without_value,
    summed.n_open_low,
    summed.n_open_high,
from summed
inner join core.dim_actor on dim_actor.actor_key = summed.victim_actor_key
order by policy, country_key, admin1_key, victim_actor_key, summed.harm
