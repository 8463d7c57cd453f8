-- One row per figure that holds others, moment and measure, and part of it that was stated by then.
with holding as (
    select
        stated.stated_no,
        stated.measure,
        stated.as_of,
        stated.depth,
        casualty_umbrella.part_figure_id,
    from intermediate.casualty_umbrella
    inner join intermediate.casualty_stated as stated using (figure_id)
)
select
    holding.stated_no,
    holding.depth,
    part.stated_no as part_no,
from holding
asof join intermediate.casualty_stated as part
    on part.figure_id = holding.part_figure_id
    and part.measure = holding.measure
    and part.as_of <= holding.as_of
