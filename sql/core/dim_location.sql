-- One row per place that a claim or event names, and per place above it, up to the country.
-- made whole
with named as (
    select location_id from stage.dated_claims
    union
    select location_id from stage.events
    union
    select location_id from stage.baseline
),
place as (
    select lexicon_places.*
    from named
    inner join stage.lexicon_places using (location_id)
),
used as (
    select unnest([location_id, admin2_id, admin1_id, country_id]) as location_id from place
    union
    select location_id from named
),
location as (
    select
        used.location_id,
        ('0x' || substr(md5(used.location_id), 1, 13))::bigint as location_key,
        coalesce(lexicon_places.name, used.location_id) as name,
        coalesce(lexicon_places.location_type, 'unknown') as location_type,
        lexicon_places.country_id,
        lexicon_places.admin1_id,
        lexicon_places.admin2_id,
        lexicon_places.latitude,
        lexicon_places.longitude,
        lexicon_places.gazetteer,
    from used
    left join stage.lexicon_places using (location_id)
    where used.location_id is not null
)
select
    location.location_id,
    location.location_key,
    coalesce(country.location_key, -1) as country_key,
    coalesce(admin1.location_key, -1) as admin1_key,
    coalesce(admin2.location_key, -1) as admin2_key,
    location.name,
    location.location_type,
    location.country_id as country_iso3,
    lexicon_countries.iso_numeric as country_iso_numeric,
    country.name as country_name,
    location.admin1_id,
    admin1.name as admin1_name,
    location.admin2_id,
    admin2.name as admin2_name,
    location.latitude,
    location.longitude,
    location.gazetteer,
from location
left join location as country on country.location_id = location.country_id
left join stage.lexicon_countries on lexicon_countries.country_id = location.country_id
left join location as admin1 on admin1.location_id = location.admin1_id
left join location as admin2 on admin2.location_id = location.admin2_id
union all
select
    'unknown', -1, -1, -1, -1, 'Unknown', 'unknown', null, null, 'Unknown', null, 'Unknown', null,
    'Unknown', null, null, null
order by location_id
