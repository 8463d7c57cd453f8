-- Invented core tables: $n events in 200 districts of ten provinces over 400 days, four claims each.
-- Kept apart from any model: it fills what a report reads, and nothing in it happened.
insert into core.dim_date by name
    select -1 as date_key, null::date as date
    union all
    select
        strftime(day, '%Y%m%d')::integer as date_key,
        day::date as date,
    from range(date '2031-01-01', date '2032-03-01', interval 1 day) as days(day);
update core.dim_date set month_start_on = date_trunc('month', date);

insert into core.dim_location by name
    select
        'XX' as location_id, 1 as location_key, 1 as country_key, -1 as admin1_key,
        -1 as admin2_key, 'Erehwon' as name, 'country' as location_type, 'Erehwon' as country_name,
    union all
    select
        'XX.' || i, 10 + i, 1, 10 + i, -1, 'Province ' || chr(65 + i::integer), 'admin1', 'Erehwon',
    from range(10) as provinces(i)
    union all
    select
        'XX.' || i % 10 || '.' || i, 1000 + i, 1, 10 + i % 10, 1000 + i, 'District ' || i,
        'admin2', 'Erehwon',
    from range(200) as districts(i);
insert into core.dim_location by name
    select
        'unknown' as location_id, -1 as location_key, -1 as country_key, -1 as admin1_key,
        -1 as admin2_key, 'Unknown' as name, 'unknown' as location_type;
update core.dim_location set
    admin1_name = 'Province ' || chr(65 + (admin1_key - 10)::integer),
    latitude = 30 + (admin1_key - 10) % 5 + (location_key * 7919 % 1000) / 1100.0,
    longitude = 60 + (admin1_key - 10) // 5 * 2 + (location_key * 104729 % 1000) / 520.0
where location_type in ('admin1', 'admin2');

insert into core.dim_actor by name
    select
        'side-' || i as actor_id, 10 + i as actor_key, name, 'rebel group' as actor_type,
        'side-' || i as side_id, name as side_name,
    from (
        select i, ['Reds', 'Blues', 'Greens', 'Civilians', 'Ambers'][i + 1] as name
        from range(5) as sides(i)
    )
    union all
    select 'unknown', -1, 'Unknown', 'unknown', 'unknown', 'Unknown';
insert into core.dim_source by name
    select 's' || i as source_id, i as source_key, 'Outlet ' || i as name, 'online' as source_type,
    from range(40) as outlets(i);
insert into core.dim_claimant by name
    select
        'c' || i as claimant_id, i as claimant_key, -1 as actor_key,
        'Speaker ' || i || ' of the council' as name, 'person' as claimant_type,
    from range(300) as speakers(i)
    union all
    select 'unknown', -1, -1, 'Unknown', 'unknown';
insert into core.dim_event_type by name
    select 'Armed clash' as sub_event_type, 1 as event_type_key, 'Battles' as event_type
    union all
    select 'Non-state actor overtakes territory', 2, 'Battles'
    union all
    select 'Shelling/artillery/missile attack', 3, 'Explosions/Remote violence';
insert into core.dim_article by name
    select
        md5('article ' || i)[:16] as article_id, i as article_key,
        's_' || md5('article ' || i // 2)[:16] as story_id, i % 40 as source_key,
        'https://outlet-' || i % 40 || '.example/' || i as uri,
        'What was told in the invented article number ' || i as title,
        date '2031-01-02' + (i * 400 // ($n // 2))::integer as published_on,
        'metadata' as published_on_method,
        date '2031-01-02' + (i * 400 // ($n // 2))::integer as known_on,
        i % 2 = 0 as is_story_original,
    from range($n // 2) as articles(i);

insert into core.fact_event by name
    with drawn as (
        select
            i,
            date '2031-01-01' + (i * 400 // $n)::integer as date_start,
            if(i % 5 = 0, 'territory', 'violence') as event_family,
            case when i % 5 <> 0 and i % 4 <> 0 then i % 60 end as killed_best,
        from range($n) as events(i)
    )
    select
        'e_' || md5('event ' || i)[:16] as event_id,
        if(i % 5 = 0, 2, if(i % 5 = 1, 3, 1)) as event_type_key,
        strftime(date_start, '%Y%m%d')::integer as date_key,
        1000 + (i * 31 + i // 7) % 200 as location_key,
        10 + i % 3 as initiator_actor_key, 10 + (i + 1) % 3 as target_actor_key,
        if(i % 5 = 0, 10 + i % 3, 10 + (i + 1) % 5) as side_key,
        date_start, date_start as date_end, 'day' as date_precision, 'admin2' as where_precision,
        event_family, date_start + 1 as first_reported_on,
        date_start + (1 + i % 3)::integer as last_reported_on,
        ['confirmed', 'fair', 'weak', 'weak', 'weak', 'contested', 'weak', 'discounted'][i % 8 + 1]
            as grade,
        killed_best, killed_best as killed_low,
        if(i % 7 = 0, null, killed_best + i % 9) as killed_high,
        4 as n_claims, 2 as n_articles, 2 as n_stories, 2 as n_origins, 2 as n_disinterested,
        2 as n_independent_claimants, 'same_cell' as link_reason,
    from drawn;
insert into core.fact_territory_change by name
    select
        event_id, date_key, location_key, target_actor_key as from_actor_key,
        initiator_actor_key as to_actor_key, 'captured' as change_type,
        'Non-state actor overtakes territory' as sub_event_type, grade,
        grade = 'contested' as is_contradicted,
    from core.fact_event
    where event_family = 'territory';
insert into core.fact_territory_control by name
    select
        event_id, location_key, initiator_actor_key as actor_key,
        if(grade = 'contested', target_actor_key, -1) as other_actor_key, date_start as valid_from,
        lead(date_start) over (partition by location_key order by date_start) as valid_to,
        row_number() over (partition by location_key, date_start order by event_id) as day_seq,
        first_reported_on as known_from,
        if(grade = 'contested', 'disputed', 'controlled') as status, 'day' as basis, grade,
    from core.fact_event
    where event_family = 'territory';
insert into core.fact_casualty by name
    select
        event_id, date_key, location_key, side_key as victim_actor_key, side_key as victim_side_key,
        'killed' as harm, 'figure' as row_kind, grade, killed_low as low, killed_best as best,
        killed_high as high, killed_best as value_lowest, coalesce(killed_high, killed_best + 4) as value_highest,
        killed_best as value_best_supported, killed_best as value_latest,
        killed_best as value_acled_conservative,
        2 as n_claims, 2 as n_independent_claimants,
    from core.fact_event
    where killed_best is not null
    union all by name
    select
        event_id, date_key, location_key, side_key as victim_actor_key, side_key as victim_side_key,
        'wounded' as harm, 'figure' as row_kind, 'weak' as grade, 3 as low, 3 as best,
        date_key % 11 + 3 as high, 3 as value_lowest, date_key % 11 + 3 as value_highest,
        3 as value_best_supported, 3 as value_latest, null as value_acled_conservative,
        1 as n_claims, 1 as n_independent_claimants,
    from core.fact_event
    where killed_best % 2 = 0;
insert into core.fact_casualty_history by name
    select *, date '2031-01-01' as known_from
    from core.fact_casualty;
insert into core.fact_claim by name
    with drawn as (
        select i, (i // 4 * ($n // 2) // $n + i % 4) % ($n // 2) as article_key,
        from range(4 * $n) as claims(i)
    )
    select
        md5('claim ' || drawn.i)[:16] as claim_id, dim_article.story_id, fact_event.event_id,
        'r' || drawn.i as report_id, 'o' || drawn.i % 300 as origin_id, drawn.article_key,
        fact_event.location_key, fact_event.initiator_actor_key, fact_event.target_actor_key,
        fact_event.side_key as victim_actor_key, -1 as from_actor_key,
        if(fact_event.event_family = 'territory', fact_event.initiator_actor_key, -1)
            as to_actor_key,
        drawn.i % 300 as claimant_key, -1 as via_claimant_key, fact_event.date_key,
        fact_event.date_start, fact_event.date_end, 'day' as date_precision, 'stated' as date_basis,
        fact_event.first_reported_on as known_on, 'published' as known_on_method,
        if(fact_event.event_family = 'territory', 'territory_change', 'casualty') as claim_type,
        if(fact_event.event_family = 'territory', 'captured', null) as change_type,
        case
            when fact_event.event_family <> 'territory'
                then if(drawn.i % 2 = 0, 'killed', 'wounded')
        end as harm,
        'admin2' as where_precision, 'attributed' as assertion, 'person' as origin_kind,
        'core' as event_role, false as is_subset, false as is_cumulative, false as is_interested,
        'exact' as qualifier, drawn.i % 60 as value_low, drawn.i % 60 as value_best,
        drawn.i % 60 as value_high, (drawn.i % 60)::varchar as value_text, 'people' as unit,
        'same_cell' as link_reasons, 'had to count them' as evidence_text, 64 as evidence_start,
        81 as evidence_end, 20 as sentence_start, 160 as sentence_end,
        'casualty_passive' as rule_id,
    from drawn
    inner join core.dim_article using (article_key)
    inner join core.fact_event on fact_event.event_id = 'e_' || md5('event ' || drawn.i // 4)[:16];
insert into core.article_text by name
    select
        article_key,
        'Told by an outlet:  On the ' || article_key || '. morning a speaker   had to count '
            || article_key % 60 || ' of them by the road to ' || md5('w' || article_key)
            || ', where nobody had been expected before the rains came, he said.' as text,
    from core.dim_article;
insert into ops.ingest by name
    select
        article_id, uri, timestamp '2031-02-01' + to_days((article_key // 200)::integer)
            as ingested_at,
        'run-' || article_key // 200 as run_id,
    from core.dim_article;
