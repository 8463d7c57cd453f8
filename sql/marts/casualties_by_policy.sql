-- One row per counting policy, province, kind of people harmed and harm: the same rows of
-- fact_casualty, summed under each rule for choosing among accounts.
-- made whole
with policy as (
    select unnest([
        'lowest', 'highest', 'best_supported', 'latest', 'acled_conservative'
    ]) as policy
),
chosen as (
    select
        policy.policy,
        fact_casualty.*,
        case policy.policy
            when 'lowest' then fact_casualty.value_lowest
            when 'highest' then fact_casualty.value_highest
            when 'best_supported' then fact_casualty.value_best_supported
            when 'latest' then fact_casualty.value_latest
            else fact_casualty.value_acled_conservative
        end as value,
    from core.fact_casualty
    cross join policy
)
select
    dim_location.country_key,
    dim_location.admin1_key,
    chosen.victim_actor_key,
    chosen.policy,
    dim_location.country_name,
    coalesce(dim_location.admin1_name, 'Unknown') as admin1_name,
    dim_actor.name as victim_name,
    dim_actor.side_name as victim_side_name,
    chosen.harm,
    sum(chosen.value)::bigint as value,
    sum(chosen.low)::bigint as low,
    sum(chosen.high)::bigint as high,
    count(*) as n_rows,
    count(*) filter (chosen.value is null) as n_without_value,
    count(*) filter (chosen.value is not null and chosen.low is null) as n_open_low,
    count(*) filter (chosen.value is not null and chosen.high is null) as n_open_high,
from chosen
inner join core.dim_location using (location_key)
inner join core.dim_actor on dim_actor.actor_key = chosen.victim_actor_key
group by all
order by policy, country_key, admin1_key, victim_actor_key, harm
