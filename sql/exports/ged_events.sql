-- One row per event with at least one death, in the 49 columns of UCDP GED, as far as known.
-- Numbers of UCDP's own (conflicts, dyads, actors, Gleditsch and Ward's countries) are empty.
-- Deaths are the rows of fact_casualty, so they add up: a province's toll is what its incidents
-- leave over, and then of clarity 2 (an aggregate). An open bound is empty.
with party as (
    select
        fact_event.event_id,
        initiator.actor_key as a_key,
        initiator.side_id as a_side_id,
        initiator.actor_type as a_type,
        nullif(initiator.name, 'Unknown') as side_a,
        opponent.side_id as b_side_id,
        opponent.actor_type as b_type,
        nullif(opponent.name, 'Unknown') as side_b,
    from core.fact_event
    inner join core.dim_actor as initiator
        on initiator.actor_key = fact_event.initiator_actor_key
    inner join core.dim_actor as opponent
        on opponent.actor_key = case
            when fact_event.target_actor_key != -1 then fact_event.target_actor_key
            when fact_event.side_key != fact_event.initiator_actor_key then fact_event.side_key
            else -1
        end
),
victim as (
    select
        fact_casualty.event_id,
        fact_casualty.row_kind,
        fact_casualty.low,
        fact_casualty.best,
        fact_casualty.high,
        case
            when dim_actor.actor_type = 'civilians' then 'civilians'
            when dim_actor.side_id = 'unknown' then 'unknown'
            when dim_actor.side_id = party.a_side_id then 'a'
            when dim_actor.side_id = party.b_side_id then 'b'
            else 'unknown'
        end as side,
    from core.fact_casualty
    inner join party using (event_id)
    inner join core.dim_actor on dim_actor.actor_key = fact_casualty.victim_actor_key
    where fact_casualty.harm = 'killed'
),
death as (
    select
        event_id,
        bool_or(row_kind = 'residual') as is_residual,
        coalesce(sum(best) filter (side = 'a'), 0)::bigint as deaths_a,
        coalesce(sum(best) filter (side = 'b'), 0)::bigint as deaths_b,
        coalesce(sum(best) filter (side = 'civilians'), 0)::bigint as deaths_civilians,
        coalesce(sum(best) filter (side = 'unknown'), 0)::bigint as deaths_unknown,
        sum(best)::bigint as best,
        case when bool_and(high is not null) then sum(high) end::bigint as high,
        case when bool_and(low is not null) then sum(low) end::bigint as low,
    from victim
    group by event_id
    having sum(best) > 0
),
report as (
    select distinct
        event_id,
        source_name,
        published_on,
        article_title,
        claimant_name,
    from marts.claim_evidence
    where event_id is not null
),
told as (
    select
        event_id,
        string_agg(
            distinct concat_ws(',', source_name, published_on, article_title), ';'
            order by concat_ws(',', source_name, published_on, article_title)
        ) as source_article,
        string_agg(distinct source_name, ';' order by source_name) as source_office,
        string_agg(distinct published_on::varchar, ';' order by published_on::varchar)
            as source_date,
        string_agg(distinct article_title, ';' order by article_title) as source_headline,
        string_agg(distinct nullif(claimant_name, 'Unknown'), ';'
            order by nullif(claimant_name, 'Unknown')) as source_original,
    from report
    group by event_id
)
select
    ('0x' || substr(md5(event_register.event_id), 1, 13))::bigint as id,
    event_register.event_id as relid,
    year(event_register.date_start) as year,
    null::boolean as active_year,
    case when event_register.grade in ('confirmed', 'fair') then 'Clear' else 'Check' end
        as code_status,
    case
        when 'civilians' in (party.a_type, party.b_type) then 3
        when 'unknown' in (party.a_type, party.b_type) then null
        when 'state forces' in (party.a_type, party.b_type) then 1
        else 2
    end as type_of_violence,
    null::integer as conflict_dset_id,
    null::integer as conflict_new_id,
    null::varchar as conflict_name,
    null::integer as dyad_dset_id,
    null::integer as dyad_new_id,
    party.side_a || ' - ' || party.side_b as dyad_name,
    null::integer as side_a_dset_id,
    null::integer as side_a_new_id,
    party.side_a,
    null::integer as side_b_dset_id,
    null::integer as side_b_new_id,
    party.side_b,
    event_register.n_articles as number_of_sources,
    told.source_article,
    told.source_office,
    told.source_date,
    told.source_headline,
    told.source_original,
    case event_register.where_precision
        when 'exact' then 1
        when 'near' then 2
        when 'admin2' then 3
        when 'admin1' then 4
        when 'country' then 6
    end as where_prec,
    nullif(event_register.location_name, 'Unknown') as where_coordinates,
    nullif(concat_ws(
        ', ',
        nullif(event_register.location_name, 'Unknown'),
        nullif(event_register.admin1_name, event_register.location_name)
    ), '') as where_description,
    nullif(event_register.admin1_name, 'Unknown') as adm_1,
    nullif(event_register.admin2_name, 'Unknown') as adm_2,
    event_register.latitude,
    event_register.longitude,
    'POINT (' || event_register.longitude || ' ' || event_register.latitude || ')' as geom_wkt,
    -- PRIO-GRID: cells of half a degree, 720 a row, numbered from 1 in the south-west.
    (floor((event_register.latitude + 90) * 2) * 720
        + floor((event_register.longitude + 180) * 2) + 1)::bigint as priogrid_gid,
    nullif(event_register.country_name, 'Unknown') as country,
    null::integer as country_id,
    null::varchar as region,
    case when death.is_residual or event_register.n_places > 1 then 2 else 1 end as event_clarity,
    case
        when event_register.date_precision = 'day'
            then case when event_register.date_start = event_register.date_end then 1 else 2 end
        when event_register.date_precision = 'week' then 3
        when event_register.date_precision = 'month' then 4
        when event_register.date_precision = 'year' then 5
    end as date_prec,
    event_register.date_start,
    event_register.date_end,
    death.deaths_a,
    death.deaths_b,
    death.deaths_civilians,
    death.deaths_unknown,
    death.best,
    death.high,
    death.low,
    null::integer as gwnoa,
    null::integer as gwnob,
from death
inner join marts.event_register using (event_id)
inner join party using (event_id)
left join told using (event_id)
order by date_start, relid
