-- One row per figure that holds finer figures, or stands in a coarser one, at each moment and
-- measure, with what it adds to a total: what its parts leave over, from the finest up.
with recursive
settled as (
    select
        0 as step,
        stated_no,
        value,
    from intermediate.casualty_stated
    union all
    select
        settled.step + 1,
        settled.stated_no,
        greatest(0, settled.value - coalesce(parts.value, 0)),
    from settled
    left join (
        select
            held.stated_no,
            sum(part.value)::bigint as value,
        from settled as part
        inner join intermediate.casualty_held as held
            on held.part_no = part.stated_no and held.depth = part.step + 1
        group by held.stated_no
    ) as parts using (stated_no)
    where settled.step < (select max(depth) from intermediate.casualty_stated)
)
select
    stated.figure_id,
    stated.measure,
    stated.as_of,
    settled.value,
from settled
inner join intermediate.casualty_stated as stated using (stated_no)
where settled.step = (select coalesce(max(depth), 0) from intermediate.casualty_stated)
