-- One row per event, in the columns and terms of ACLED's export, as far as sitrep knows the values.
-- What ACLED codes and sitrep does not know (associated actors, regions, source scale) is empty.
-- fatalities is the conservative count of people killed, a plain sum; empty where none is stated.
-- ACLED's texts for actor kinds and for interactions are those of its codebook of October 2024.
with party as (
    select
        fact_event.event_id,
        case
            when fact_event.initiator_actor_key != -1 then fact_event.initiator_actor_key
            when fact_event.event_family = 'territory' then fact_event.side_key
            else -1
        end as actor1_key,
        case
            when fact_event.target_actor_key != -1 then fact_event.target_actor_key
            when fact_event.event_family = 'territory'
                then coalesce(fact_territory_change.from_actor_key, -1)
            when fact_event.side_key != fact_event.initiator_actor_key then fact_event.side_key
            else -1
        end as actor2_key,
    from core.fact_event
    left join core.fact_territory_change using (event_id)
),
actor as (
    select
        actor_key,
        nullif(name, 'Unknown') as name,
        case actor_type
            when 'state forces' then 'State forces'
            when 'rebel group' then 'Rebel group'
            when 'political militia' then 'Political militia'
            when 'identity militia' then 'Identity militia'
            when 'rioters' then 'Rioters'
            when 'protesters' then 'Protesters'
            when 'civilians' then 'Civilians'
            when 'external/other forces' then 'External/Other forces'
        end as inter,
    from core.dim_actor
),
killed as (
    select
        event_id,
        sum(value_acled_conservative)::bigint as fatalities,
    from core.fact_casualty
    where harm = 'killed'
    group by event_id
),
told as (
    select
        event_id,
        string_agg(distinct source_name, '; ' order by source_name) as source,
        arg_min(
            sentence_text,
            (event_role != 'core', coalesce(known_on, date '9999-12-31'), claim_id)
        ) as notes,
    from marts.claim_evidence
    where event_id is not null
    group by event_id
)
select
    event_register.event_id as event_id_cnty,
    event_register.date_start as event_date,
    year(event_register.date_start) as year,
    case event_register.date_precision when 'day' then 1 when 'week' then 2 when 'month' then 3 end
        as time_precision,
    case
        when event_register.sub_event_type = 'Excessive force against protesters'
            then 'Political violence; Demonstrations'
        when event_register.sub_event_type = 'Mob violence' then 'Political violence'
        when event_register.event_type in ('Protests', 'Riots') then 'Demonstrations'
        when event_register.event_type = 'Strategic developments' then 'Strategic developments'
        when event_register.event_type != 'Unknown' then 'Political violence'
    end as disorder_type,
    nullif(event_register.event_type, 'Unknown') as event_type,
    nullif(event_register.sub_event_type, 'Unknown') as sub_event_type,
    actor1.name as actor1,
    null::varchar as assoc_actor_1,
    actor1.inter as inter1,
    actor2.name as actor2,
    null::varchar as assoc_actor_2,
    actor2.inter as inter2,
    case
        when actor1.inter is not null and actor2.inter is not null
            then actor1.inter || '-' || actor2.inter
        else coalesce(actor1.inter, actor2.inter) || ' only'
    end as interaction,
    case when 'Civilians' in (actor1.inter, actor2.inter) then 'Civilian targeting' end
        as civilian_targeting,
    dim_location.country_iso_numeric as iso,
    null::varchar as region,
    nullif(event_register.country_name, 'Unknown') as country,
    nullif(event_register.admin1_name, 'Unknown') as admin1,
    nullif(event_register.admin2_name, 'Unknown') as admin2,
    null::varchar as admin3,
    nullif(event_register.location_name, 'Unknown') as location,
    event_register.latitude,
    event_register.longitude,
    case event_register.where_precision
        when 'exact' then 1
        when 'near' then 2
        when 'admin2' then 2
        when 'admin1' then 3
        when 'country' then 3
    end as geo_precision,
    told.source,
    null::varchar as source_scale,
    told.notes,
    killed.fatalities,
    'grade=' || event_register.grade as tags,
    epoch(event_register.last_reported_on)::bigint as timestamp,
from marts.event_register
inner join core.fact_event using (event_id)
inner join core.dim_location using (location_key)
inner join party using (event_id)
inner join actor as actor1 on actor1.actor_key = party.actor1_key
inner join actor as actor2 on actor2.actor_key = party.actor2_key
left join told using (event_id)
left join killed using (event_id)
order by event_date, event_id_cnty
