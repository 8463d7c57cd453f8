-- One row: the run behind the warehouse, the run before it, and the days that a report covers.
-- A run counts if it brought an article that still counts. Days begin at the first event or state
-- of control that is at most 60 days older than the first report; what is older stays in the lists.
with arrival as (
    select
        ingest.article_id,
        arg_min(ingest.run_id, ingest.ingested_at) as run_id,
        min(ingest.ingested_at) as arrived_at,
    from ops.ingest
    group by ingest.article_id
),
brought as (
    select
        arrival.run_id,
        min(arrival.arrived_at)::date as ran_on,
        max(dim_article.known_on) as known_on,
        count(*) as n_articles,
        row_number() over (order by min(arrival.arrived_at) desc) as place,
    from core.dim_article
    inner join arrival using (article_id)
    group by arrival.run_id
),
reported as (
    select
        min(dim_article.known_on) as first_on,
        max(dim_article.known_on) as last_on,
    from core.dim_article
),
spoken_of as (
    select fact_event.date_start as day
    from core.fact_event
    where fact_event.date_precision = 'day'
    union all
    select fact_territory_control.valid_from
    from core.fact_territory_control
    where fact_territory_control.known_to is null
),
covered as (
    select
        min(spoken_of.day) as first_day,
        max(greatest(spoken_of.day, reported.last_on)) as last_day,
    from spoken_of
    cross join reported
    where reported.first_on is null or spoken_of.day >= reported.first_on - interval 60 days
)
select
    (select max(run_log.ended_at)::date from ops.run_log) as published_on,
    latest.run_id as latest_run_id,
    latest.ran_on,
    latest.n_articles as n_new_articles,
    earlier.ran_on as earlier_ran_on,
    earlier.known_on as earlier_known_on,
    covered.first_day,
    covered.last_day,
    if(covered.last_day - covered.first_day > 26 * 7, 'month', 'week') as grain,
    (
        select list(named.country_name order by named.n_events desc, named.country_name)
        from (
            select
                dim_location.country_name,
                count(*) as n_events,
            from core.fact_event
            inner join core.dim_location using (location_key)
            where dim_location.location_key <> -1 and dim_location.country_name is not null
            group by dim_location.country_name
        ) as named
    ) as countries,
    (select count(*) from core.dim_article where dim_article.article_key <> -1) as n_articles,
    (
        select count(distinct dim_article.story_id)
        from core.dim_article
        where dim_article.article_key <> -1
    ) as n_stories,
    (
        select count(distinct dim_article.source_key)
        from core.dim_article
        where dim_article.source_key <> -1
    ) as n_sources,
    (select count(*) from core.fact_claim) as n_claims,
    (
        select count(*)
        from core.fact_claim
        where fact_claim.event_id is null
    ) as n_untold,
    (
        select count(distinct fact_claim.claimant_key)
        from core.fact_claim
        where fact_claim.claimant_key <> -1
    ) as n_claimants,
    (select count(*) from core.fact_event) as n_events,
    (select count(*) from ops.quarantine) as n_quarantined,
from covered
left join brought as latest on latest.place = 1
left join brought as earlier on earlier.place = 2
