-- One row per view, day and side that direct evidence of that day says had the place.
-- Order inside the day: as stated; else the one who retook after the one who captured; else none,
-- and the side that held before is put first.
with cell as (
    select
        view_no,
        day,
        side_id,
        min(day_seq) as day_seq,
        bool_or(is_change) as is_change,
        bool_or(change_type = 'recaptured') as has_retaken,
        bool_or(change_type = 'captured') as has_captured,
    from intermediate.territory_known
    where kind = 'held' and basis = 'day'
    group by all
),
-- who leaves needs no successor: a withdrawal beside a taking on the same day is its other half
taken as (
    select *
    from cell
    qualify side_id <> 'nobody' or count(*) over (partition by view_no, day) = 1
),
sided as (
    select
        taken.*,
        count(*) over same_day as n_sides,
        count(distinct day_seq) over same_day as n_places_in_day,
        count(*) filter (coalesce(has_retaken, false)) over same_day as n_retaken,
        count(*) filter (coalesce(has_captured and not coalesce(has_retaken, false), false))
            over same_day as n_captured,
    from taken
    window same_day as (partition by view_no, day)
),
placed as (
    select
        sided.*,
        case
            when n_sides = 1 then 1
            when n_places_in_day = n_sides then day_seq
            when n_sides = 2 and n_retaken = 1 and n_captured = 1 then if(has_retaken, 2, 1)
        end as place_in_day,
    from sided
),
followed as (
    select
        placed.*,
        last_value(if(place_in_day = n_sides, side_id, null) ignore nulls) over (
            partition by view_no order by day
            range between unbounded preceding and interval 1 day preceding
        ) as side_before,
    from placed
)
select
    view_no,
    day,
    side_id,
    is_change,
    place_in_day is null as is_unordered,
    row_number() over (
        partition by view_no, day
        order by place_in_day, side_id <> coalesce(side_before, ''), side_id
    ) as place_in_day,
from followed
