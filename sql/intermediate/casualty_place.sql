-- One row per casualty figure with a place and dates: where it stands among figures that may hold it.
-- place_rank: 1 a town or facility, 2 a district, 3 a province or region, 4 a country.
select
    casualty_moment.event_id || '|' || casualty_moment.victim_side_id || '|' || casualty_moment.harm
        as figure_id,
    casualty_moment.event_id,
    casualty_moment.victim_side_id,
    casualty_moment.harm,
    events.location_id,
    list_distinct([
        events.location_id, lexicon_places.admin2_id, lexicon_places.admin1_id,
        lexicon_places.country_id,
    ]) as within_ids,
    case lexicon_places.location_type
        when 'country' then 4
        when 'admin1' then 3
        when 'region' then 3
        when 'admin2' then 2
        else 1
    end as place_rank,
    events.date_start,
    events.date_end,
    events.date_end - events.date_start as n_days_after,
    casualty_moment.victim_side_id = 'unknown' as is_all_sides,
from intermediate.casualty_moment
inner join stage.events using (event_id)
inner join stage.lexicon_places using (location_id)
where
    events.date_start is not null
    and events.date_end is not null
    and casualty_moment.harm <> 'casualties_unquantified'
group by all
