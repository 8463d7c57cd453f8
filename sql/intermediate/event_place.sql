-- One row per event with a place and dates: where it stands among events that may hold it.
-- place_rank: 1 a town or facility, 2 a district, 3 a province or region, 4 a country.
select
    events.event_id,
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
from stage.events
inner join stage.lexicon_places using (location_id)
where events.date_start is not null and events.date_end is not null
