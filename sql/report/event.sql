-- One row per event, with a line of words made of its columns: nothing is written freely.
with named as (
    select
        event_register.*,
        if(event_register.location_name = 'Unknown', 'an unknown place',
            event_register.location_name) as place,
        nullif(event_register.initiator_name, 'Unknown') as initiator,
        nullif(event_register.target_name, 'Unknown') as target,
        nullif(event_register.to_actor_name, 'Unknown') as taker,
        nullif(event_register.from_actor_name, 'Unknown') as loser,
        if(event_register.side_name = 'Civilians', 'civilians',
            nullif(event_register.side_name, 'Unknown')) as harmed,
        case event_register.change_type
            when 'captured' then 'captured'
            when 'recaptured' then 'retaken'
            else 'left'
        end as turned,
    from marts.event_register
),
told as (
    select
        named.*,
        case named.event_family
            when 'territory' then
                coalesce(named.n_places || ' unnamed places in ', '') || named.place
                || if(named.grade = 'contested', ' said to be ', ' ') || named.turned
                || if(
                    named.change_type = 'withdrawn',
                    coalesce(' by ' || named.loser, ''),
                    coalesce(' by ' || named.taker, '') || coalesce(' from ' || named.loser, '')
                )
            when 'contested' then
                'Fighting for ' || named.place
                || case
                    when named.initiator <> named.target
                        then ' between ' || named.initiator || ' and ' || named.target
                    else coalesce(', ' || coalesce(named.initiator, named.target), '')
                end
            else
                named.sub_event_type || ' in ' || named.place
                || coalesce(' by ' || named.initiator, '')
                || coalesce(', ' || named.harmed || ' harmed', '')
        end as summary,
    from named
)
select
    told.event_id,
    told.date_start,
    nullif(told.date_end, told.date_start) as date_end,
    told.date_precision,
    told.first_reported_on,
    told.last_reported_on,
    told.event_family,
    told.sub_event_type,
    told.change_type,
    upper(told.summary[1]) || told.summary[2:] as summary,
    dim_location.location_id as place_id,
    told.where_precision,
    loser.side_id as from_side_id,
    taker.side_id as to_side_id,
    told.grade,
    told.is_contradicted,
    told.n_claims,
    told.n_articles,
    told.n_stories,
    told.n_independent_claimants,
    told.link_reason,
from told
inner join core.fact_event using (event_id)
inner join core.dim_location using (location_key)
left join core.fact_territory_change using (event_id)
left join core.dim_actor as loser on loser.actor_key = fact_territory_change.from_actor_key
left join core.dim_actor as taker on taker.actor_key = fact_territory_change.to_actor_key
order by told.date_start, told.event_id
