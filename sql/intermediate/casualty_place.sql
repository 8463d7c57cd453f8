-- One row per casualty figure with a place and dates: where it stands among figures that may hold it.
select
    casualty_moment.event_id || '|' || casualty_moment.victim_side_id || '|' || casualty_moment.harm
        as figure_id,
    casualty_moment.victim_side_id,
    casualty_moment.harm,
    event_place.*,
    casualty_moment.victim_side_id = 'unknown' as is_all_sides,
from intermediate.casualty_moment
inner join intermediate.event_place using (event_id)
where casualty_moment.harm <> 'casualties_unquantified'
group by all
