-- One row per day of every year that a date of the warehouse falls into, and one for the unknown day.
-- made whole
with used as (
    select unnest([date_start, date_end, known_on]) as date from stage.dated_claims
    union
    select unnest([date_start, date_end]) from stage.events
    union
    select unnest([date_start, date_end]) from stage.reports
    union
    select unnest([published_on, reference_on, known_on]) from stage.stories
    union
    select as_of from stage.baseline
),
span as (
    select min(date) as first_date, max(date) as last_date from used
),
calendar as (
    select unnest(generate_series(
        date_trunc('year', first_date),
        date_trunc('year', last_date) + interval 1 year - interval 1 day,
        interval 1 day
    ))::date as date
    from span
)
select
    strftime(date, '%Y%m%d')::integer as date_key,
    date,
    date_trunc('month', date)::date as month_start_on,
    year(date)::integer as year,
    quarter(date)::integer as quarter,
    month(date)::integer as month,
    monthname(date) as month_name,
    weekofyear(date)::integer as iso_week,
    isoyear(date)::integer as iso_year,
    day(date)::integer as day,
    isodow(date)::integer as day_of_week,
    dayname(date) as day_name,
from calendar
union all
select -1, null, null, null, null, null, 'Unknown', null, null, null, null, 'Unknown'
order by date_key
