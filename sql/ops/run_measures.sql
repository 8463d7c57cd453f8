-- One row per measure and scope of a run that is about to be checked: a share, and the range that
-- it had in the last published runs.
-- Scope `new` is what arrived since the warehouse was last published, `all` is everything. The
-- usual range is the median of at most 30 runs of the same measure and scope with at least 30
-- things each; around it 4.45 median absolute deviations (three standard deviations of a normal
-- distribution), three standard errors of a share of this size, or 0.05, whichever is most. It is
-- null before there are five such runs.
with last_published as (
    select coalesce(max(ended_at), timestamp '1970-01-01') as ended_at from stage.run_log
),

-- an article is new where nobody had brought it before; few are, so that all others are only met
later as (
    select distinct ingest.article_id
    from stage.ingest
    inner join last_published on ingest.ingested_at > last_published.ended_at
),

arrived as (
    select later.article_id, true as is_new
    from later
    anti join (
        select ingest.article_id
        from stage.ingest
        inner join last_published on ingest.ingested_at <= last_published.ended_at
    ) as earlier using (article_id)
),

thing as (
    select
        'rejected_claims' as measure,
        claims.reject_reason is not null as is_counted,
        coalesce(arrived.is_new, false) as is_new
    from stage.claims
    left join arrived using (article_id)
    union all
    select 'unplaced_claims', claims.location_id is null, coalesce(arrived.is_new, false)
    from stage.claims
    left join arrived using (article_id)
    union all
    select 'undated_claims', fact_claim.date_precision = 'unknown', coalesce(arrived.is_new, false)
    from core.fact_claim
    inner join core.dim_article using (article_key)
    left join arrived using (article_id)
    union all
    select 'quarantined_inputs', true, quarantine.seen_at > last_published.ended_at
    from stage.quarantine
    cross join last_published
    union all
    select 'quarantined_inputs', false, ingest.ingested_at > last_published.ended_at
    from stage.ingest
    cross join last_published
),

counted as (
    select measure, 'all' as scope, count(*) filter (where is_counted) as n, count(*) as out_of
    from thing
    group by measure
    union all
    select measure, 'new', count(*) filter (where is_counted), count(*)
    from thing
    where is_new
    group by measure
),

past as (
    select run_measures.measure, run_measures.scope, run_measures.share
    from stage.run_measures
    inner join stage.run_log using (run_id)
    where run_measures.out_of >= 30 and run_log.ended_at is not null
    qualify row_number() over (
        partition by run_measures.measure, run_measures.scope order by run_measures.measured_at desc
    ) <= 30
),

usual as (
    select measure, scope, count(*) as n_runs, median(share) as centre, mad(share) as deviation
    from past
    group by measure, scope
),

ranged as (
    select
        counted.*,
        coalesce(usual.n_runs, 0) as n_runs,
        case when usual.n_runs >= 5 then usual.centre end as centre,
        greatest(
            0.05,
            4.45 * usual.deviation,
            3 * sqrt(usual.centre * (1 - usual.centre) / counted.out_of)
        ) as spread
    from counted
    left join usual using (measure, scope)
)

select
    measure,
    scope,
    n::bigint as n,
    out_of::bigint as out_of,
    n / out_of as share,
    case when centre is not null then greatest(0, centre - spread) end as usual_low,
    case when centre is not null then least(1, centre + spread) end as usual_high,
    n_runs::bigint as n_runs
from ranged
order by measure, scope
