-- Counts by actor add up to the places of the day.
with summary as (
    select date_key, sum(n_places)::bigint as n_places
    from marts.territory_summary_daily
    group by date_key
),
daily as (
    select date_key, count(*) as n_places
    from marts.territory_control_daily
    group by date_key
)
(from summary except all from daily)
union all
(from daily except all from summary)
