-- One row per thing that articles of the latest run made known: events first told of, and what was
-- revised, from what was believed before them to what is now.
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
),
turned as (
    select
        revisions.*,
        coalesce(heard.n_new > 0, false) as is_new,
        lead(revisions.known_on) over (
            partition by revisions.event_id, revisions.location_key, revisions.fact, revisions.harm
            order by revisions.known_on, revisions.valid_from, revisions.actor_key
        ) is null as is_last,
    from marts.revisions
    left join heard using (event_id, known_on)
),
revised as (
    select
        turned.*,
        first_value(turned.earlier_status) over told_in_turn as first_status,
        first_value(turned.earlier_actor_name) over told_in_turn as first_actor_name,
        first_value(turned.earlier_grade) over told_in_turn as first_grade,
        first_value(turned.earlier_low) over told_in_turn as first_low,
        first_value(turned.earlier_best) over told_in_turn as first_best,
        first_value(turned.earlier_high) over told_in_turn as first_high,
    from turned
    where turned.is_new
    window told_in_turn as (
        partition by turned.event_id, turned.location_key, turned.fact, turned.harm
        order by turned.known_on, turned.valid_from, turned.actor_key
    )
)
select
    revised.known_on,
    case
        when revised.status in ('disputed', 'contested')
            and revised.first_status not in ('disputed', 'contested') then 'dispute_opened'
        when revised.actor_name <> revised.first_actor_name and revised.fact = 'territory'
            then 'control_changed'
        when revised.first_status in ('disputed', 'contested')
            and revised.status = 'controlled' then 'dispute_settled'
        when revised.fact = 'territory' then 'status_changed'
        when revised.revision = 'parts_found' then revised.revision
        when revised.best is not distinct from revised.first_best then revised.revision
        when revised.first_best is null then 'number_given'
        when revised.best > revised.first_best then 'toll_rose'
        else 'toll_fell'
    end as news,
    revised.event_id,
    dim_location.location_id as place_id,
    side.side_id,
    revised.harm,
    revised.valid_from,
    revised.first_status as earlier_status,
    revised.status,
    earlier_side.side_id as earlier_side_id,
    revised.first_grade as earlier_grade,
    revised.grade,
    revised.first_low as earlier_low,
    revised.first_best as earlier_best,
    revised.first_high as earlier_high,
    revised.low,
    revised.best,
    revised.high,
from revised
inner join core.dim_location using (location_key)
inner join core.dim_actor as side using (actor_key)
left join core.dim_actor as earlier_side on earlier_side.name = revised.first_actor_name
where
    -- What older articles have overtaken since is no news, nor what came and went.
    revised.is_last
    and (
        revised.fact = 'casualty'
        or (revised.first_status, revised.first_actor_name) <> (revised.status, revised.actor_name)
    )
union all by name
select
    fact_event.first_reported_on as known_on,
    'new_event' as news,
    fact_event.event_id,
    dim_location.location_id as place_id,
    fact_event.grade,
from core.fact_event
inner join told using (event_id)
inner join core.dim_location using (location_key)
where told.is_new
order by known_on desc nulls last, event_id, news, harm, side_id
