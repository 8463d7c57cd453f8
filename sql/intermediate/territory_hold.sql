-- One row per view, day and side that had the place, by any evidence, with its run.
-- An interval claim speaks by its last day only where no run of its side overlaps it; what a
-- province hands down only where nothing else speaks of the day.
with change_run as (
    select
        view_no,
        side_id,
        run_no,
        min(day) as date_start,
        max(day) as date_end,
    from (
        select
            broken.*,
            count(*) filter (is_first) over (
                partition by view_no order by day, place_in_day
            ) as run_no,
        from (
            select
                territory_order.*,
                coalesce(
                    side_id <> lag(side_id) over turn
                    or day - lag(day) over turn > run_gap.value,
                    true
                ) as is_first,
            from intermediate.territory_order
            inner join stage.lexicon_constants as run_gap on run_gap.name = 'run_gap'
            where is_change
            window turn as (partition by view_no order by day, place_in_day)
        ) as broken
    )
    group by all
),
indirect as (
    select known.*
    from intermediate.territory_known as known
    anti join change_run
        on known.basis = 'by'
        and change_run.view_no = known.view_no
        and change_run.date_start <= known.day
        and known.date_start <= change_run.date_end
        and (
            change_run.side_id = known.side_id
            -- whoever took the place explains why the other left it
            or (
                known.side_id = 'nobody'
                and change_run.side_id is distinct from known.other_side_ids[1]
            )
        )
    where known.kind = 'held' and known.basis <> 'day'
),
cell as (
    select view_no, day, side_id, 'day' as basis, place_in_day, is_unordered
    from intermediate.territory_order
    union all
    select
        view_no,
        day,
        side_id,
        basis,
        row_number() over (partition by view_no, day, basis order by side_id),
        count(*) over (partition by view_no, day, basis) > 1,
    from indirect
    group by view_no, day, side_id, basis
),
direct as (
    select *
    from cell
    qualify
        basis <> 'inherited'
        or count(*) filter (basis <> 'inherited') over (partition by view_no, day) = 0
),
turned as (
    select
        direct.*,
        list_position(['baseline', 'inherited', 'by', 'day'], basis) as basis_rank,
    from direct
),
broken as (
    select
        turned.*,
        coalesce(
            side_id <> lag(side_id) over turn or day - lag(day) over turn > run_gap.value, true
        ) as is_first,
    from turned
    inner join stage.lexicon_constants as run_gap on run_gap.name = 'run_gap'
    window turn as (partition by view_no order by day, basis_rank, place_in_day)
)
select
    view_no,
    day,
    side_id,
    basis,
    is_unordered,
    row_number() over (
        partition by view_no, day order by basis_rank, place_in_day
    ) as place_in_day,
    row_number() over (
        partition by view_no, day order by basis_rank desc, place_in_day desc
    ) = 1 as is_last_of_day,
    count(*) filter (is_first) over (
        partition by view_no order by day, basis_rank, place_in_day
    ) as run_no,
from broken
