-- One row per event and side harmed: people killed or wounded, told jointly or one by one, as
-- alternatives. Each claimant counts once: its joint figure, else its killed and wounded together.
-- For reading beside the harms; never add it to them, nor up over events.
-- replaced by: event_id
with told as (
    select
        event_id,
        victim_side_key,
        claimant_key,
        origin_id,
        harm,
        max(known_on) as known_on,
        bool_or(is_weighted) as is_weighted,
        bool_or(is_disinterested) as is_disinterested,
        arg_max(low, (value, claim_id)) as low,
        max(value) as value,
        arg_max_null(high, (value, claim_id)) as high,
    from core.fact_casualty_account
    where harm in ('killed', 'wounded', 'killed_or_wounded')
    group by all
),
account as (
    select
        event_id,
        victim_side_key,
        claimant_key,
        origin_id,
        bool_or(harm = 'killed_or_wounded') as is_joint,
        max(known_on) as known_on,
        bool_or(is_weighted) as is_weighted,
        bool_or(is_disinterested) as is_disinterested,
        if(is_joint, max(low) filter (harm = 'killed_or_wounded'),
            sum(low) filter (harm <> 'killed_or_wounded')) as low,
        if(is_joint, max(value) filter (harm = 'killed_or_wounded'),
            sum(value) filter (harm <> 'killed_or_wounded')) as value,
        -- who tells of the killed alone leaves the top open
        if(is_joint, max(high) filter (harm = 'killed_or_wounded'),
            if(count(high) filter (harm <> 'killed_or_wounded') = 2,
                sum(high) filter (harm <> 'killed_or_wounded'), null)) as high,
    from told
    group by event_id, victim_side_key, claimant_key, origin_id
),
supported as (
    select
        account.event_id,
        account.victim_side_key,
        account.claimant_key,
        account.origin_id,
        account.value,
        account.known_on,
        count(distinct other.origin_id) filter (other.is_disinterested) as n_disinterested_near,
        count(distinct other.origin_id) filter (other.is_weighted) as n_origins_near,
    from account
    inner join account as other
        on other.event_id = account.event_id
        and other.victim_side_key = account.victim_side_key
        and abs(other.value - account.value) * 10 <= account.value
    group by all
),
chosen as (
    select
        event_id,
        victim_side_key,
        arg_min(value, (-n_disinterested_near, -n_origins_near, value)) as best_supported,
        arg_min(
            value,
            (
                date '9999-12-31' - coalesce(known_on, date '0001-01-01'),
                -n_disinterested_near, -n_origins_near, value,
            )
        ) as latest,
    from supported
    group by all
)
select
    account.event_id,
    account.victim_side_key,
    fact_event.date_start,
    dim_location.country_name,
    dim_location.admin1_name,
    dim_location.name as location_name,
    side.name as victim_side_name,
    case
        when min(account.value) filter (account.low is null) <= min(account.low) then null
        else min(account.low)
    end::bigint as harmed_low,
    any_value(chosen.best_supported)::bigint as harmed_best,
    case
        when max(account.value) filter (account.high is null) >= max(account.high) then null
        else max(account.high)
    end::bigint as harmed_high,
    min(account.value)::bigint as harmed_lowest,
    max(account.value)::bigint as harmed_highest,
    any_value(chosen.latest)::bigint as harmed_latest,
    count(*) as n_accounts,
    count(*) filter (account.is_joint) as n_joint_accounts,
from account
inner join chosen using (event_id, victim_side_key)
inner join core.fact_event using (event_id)
inner join core.dim_location using (location_key)
inner join core.dim_actor as side on side.actor_key = account.victim_side_key
group by all
order by event_id, victim_side_key
