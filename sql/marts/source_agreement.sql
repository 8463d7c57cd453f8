-- One row per event, side harmed and harm with a number: claimants' figures side by side.
-- disagreement is the share of accounts that do not give the commonest value, as in the CRAN
-- package eventreport; relative_range sets the spread against the mean.
-- replaced by: event_id
with value as (
    select
        event_id,
        victim_side_key,
        harm,
        value,
        count(*) as n_accounts,
    from core.fact_casualty_account
    group by all
),
commonest as (
    select
        event_id,
        victim_side_key,
        harm,
        max(n_accounts) as n_accounts,
    from value
    group by all
)
select
    event_id,
    victim_side_key,
    fact_event.date_start,
    dim_location.country_name,
    dim_location.admin1_name,
    dim_location.name as location_name,
    side.name as victim_side_name,
    harm,
    string_agg(
        dim_claimant.name || ': ' || account.value, '; '
        order by account.value, dim_claimant.name, account.claim_id
    ) as figures,
    min(account.value) as lowest,
    max(account.value) as highest,
    avg(account.value) as mean,
    count(*) as n_accounts,
    count(distinct account.origin_id) as n_origins,
    (max(account.value) - min(account.value)) / nullif(avg(account.value), 0) as relative_range,
    1 - max(commonest.n_accounts) / count(*) as disagreement,
from core.fact_casualty_account as account
inner join commonest using (event_id, victim_side_key, harm)
inner join core.fact_event using (event_id)
inner join core.dim_location using (location_key)
inner join core.dim_actor as side on side.actor_key = victim_side_key
inner join core.dim_claimant using (claimant_key)
group by all
order by event_id, victim_side_key, harm
