-- One row per thing that became known otherwise, or for the first time: revisions and new events.
-- is_new: an article that $latest_run_id brought, known that day, speaks of the event.
-- parameters: latest_run_id
with arrival as (
    select
        ingest.article_id,
        arg_min(ingest.run_id, ingest.ingested_at) as run_id,
    from ops.ingest
    group by ingest.article_id
),
heard as (
    select
        fact_claim.event_id,
        fact_claim.known_on,
        count(*) filter (arrival.run_id = $latest_run_id) as n_new,
        count(*) as n_claims,
    from core.fact_claim
    inner join core.dim_article using (article_key)
    inner join arrival using (article_id)
    where fact_claim.event_id is not null
    group by all
),
told as (
    select
        heard.event_id,
        sum(heard.n_new) = sum(heard.n_claims) as is_new,
    from heard
    group by heard.event_id
)
select
    revisions.known_on,
    revisions.revision as news,
    revisions.event_id,
    dim_location.location_id as place_id,
    side.side_id,
    revisions.harm,
    revisions.valid_from,
    revisions.earlier_status,
    revisions.status,
    earlier_side.side_id as earlier_side_id,
    revisions.earlier_grade,
    revisions.grade,
    revisions.earlier_low,
    revisions.earlier_best,
    revisions.earlier_high,
    revisions.low,
    revisions.best,
    revisions.high,
    coalesce(heard.n_new > 0, false) as is_new,
from marts.revisions
inner join core.dim_location using (location_key)
inner join core.dim_actor as side using (actor_key)
left join core.dim_actor as earlier_side on earlier_side.name = revisions.earlier_actor_name
left join heard on heard.event_id = revisions.event_id and heard.known_on = revisions.known_on
union all by name
select
    fact_event.first_reported_on as known_on,
    'new_event' as news,
    fact_event.event_id,
    dim_location.location_id as place_id,
    fact_event.grade,
    told.is_new,
from core.fact_event
inner join told using (event_id)
inner join core.dim_location using (location_key)
order by known_on desc nulls last, event_id, news, harm, side_id
