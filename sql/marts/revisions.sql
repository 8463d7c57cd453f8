-- One row per fact that changed between two neighbouring days on which something became known.
-- First reports are no revisions. Residuals change as finer figures arrive: that is kind parts_found.
with figure as (
    select
        fact_casualty_history.*,
        lag(known_from) over version as earlier_known_from,
        lag(low) over version as earlier_low,
        lag(best) over version as earlier_best,
        lag(high) over version as earlier_high,
        lag(grade) over version as earlier_grade,
        lag(row_kind) over version as earlier_row_kind,
    from core.fact_casualty_history
    window version as (
        partition by event_id, victim_side_key, harm order by known_from
    )
),
casualty as (
    select
        known_from as known_on,
        'casualty' as fact,
        case
            when row_kind = 'residual' or earlier_row_kind = 'residual' then 'parts_found'
            when (low, best, high) is not distinct from (earlier_low, earlier_best, earlier_high)
                then 'grade_changed'
            when earlier_best is null then 'number_given'
            when best > earlier_best then 'toll_rose'
            when best < earlier_best then 'toll_fell'
            else 'range_changed'
        end as revision,
        event_id,
        location_key,
        victim_side_key as actor_key,
        harm,
        null::date as valid_from,
        earlier_grade,
        grade,
        null as earlier_status,
        null as status,
        null as earlier_actor_key,
        earlier_low,
        earlier_best,
        earlier_high,
        low,
        best,
        high,
    from figure
    where
        earlier_known_from is not null
        and (low, best, high, grade)
            is distinct from (earlier_low, earlier_best, earlier_high, earlier_grade)
),
territory as (
    select
        later.known_from as known_on,
        'territory' as fact,
        case
            when later.status in ('disputed', 'contested')
                and earlier.status not in ('disputed', 'contested') then 'dispute_opened'
            when later.actor_key <> earlier.actor_key then 'control_changed'
            when earlier.status in ('disputed', 'contested')
                and later.status = 'controlled' then 'dispute_settled'
            else 'status_changed'
        end as revision,
        later.event_id,
        later.location_key,
        later.actor_key,
        null as harm,
        greatest(later.valid_from, earlier.valid_from) as valid_from,
        earlier.grade as earlier_grade,
        later.grade,
        earlier.status as earlier_status,
        later.status,
        earlier.actor_key as earlier_actor_key,
        null::bigint as earlier_low,
        null::bigint as earlier_best,
        null::bigint as earlier_high,
        null::bigint as low,
        null::bigint as best,
        null::bigint as high,
    from core.fact_territory_control as later
    inner join core.fact_territory_control as earlier
        on earlier.location_key = later.location_key
        and earlier.known_to = later.known_from
        and greatest(earlier.valid_from, later.valid_from) < least(
            coalesce(earlier.valid_to, date '9999-12-31'),
            coalesce(later.valid_to, date '9999-12-31')
        )
    where (earlier.status, earlier.actor_key) <> (later.status, later.actor_key)
),
revised as (
    from casualty
    union all by name
    from territory
)
select
    revised.event_id,
    revised.location_key,
    revised.actor_key,
    revised.known_on,
    revised.valid_from,
    revised.fact,
    revised.revision,
    dim_location.country_name,
    dim_location.admin1_name,
    dim_location.name as location_name,
    dim_actor.name as actor_name,
    revised.harm,
    revised.earlier_status,
    revised.status,
    earlier_actor.name as earlier_actor_name,
    revised.earlier_grade,
    revised.grade,
    revised.earlier_low,
    revised.earlier_best,
    revised.earlier_high,
    revised.low,
    revised.best,
    revised.high,
from revised
inner join core.dim_location using (location_key)
inner join core.dim_actor using (actor_key)
left join core.dim_actor as earlier_actor on earlier_actor.actor_key = revised.earlier_actor_key
order by all
