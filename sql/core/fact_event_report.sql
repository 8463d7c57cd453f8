-- One row per report of an event: what one article says of it, in its own numbers.
-- replaced by: report_id
with figure as (
    select
        event_claims.report_id,
        event_claims.event_id,
        dated_claims.harm,
        if(
            min(coalesce(value_best, value_low, value_high)) filter (value_low is null)
                <= min(value_low),
            null, min(value_low)
        ) as low,
        arg_min(
            coalesce(value_best, value_low, value_high), (evidence_start, dated_claims.claim_id)
        ) as best,
        if(
            max(coalesce(value_best, value_low, value_high)) filter (value_high is null)
                >= max(value_high),
            null, max(value_high)
        ) as high,
    from stage.dated_claims
    inner join stage.event_claims using (claim_id)
    where
        dated_claims.claim_type = 'casualty'
        and not dated_claims.is_subset
        and not dated_claims.is_cumulative
        and dated_claims.assertion in ('asserted', 'attributed', 'unconfirmed')
    group by all
),
report as (
    select
        event_claims.report_id,
        event_claims.event_id,
        count(*) as n_claims,
    from stage.event_claims
    group by all
)
select
    report.report_id,
    report.event_id,
    dim_article.article_key,
    coalesce(dim_location.location_key, -1) as location_key,
    coalesce(dim_date.date_key, -1) as date_key,
    reports.date_start,
    reports.date_end,
    reports.claim_type,
    max(figure.low) filter (figure.harm = 'killed') as killed_low,
    max(figure.best) filter (figure.harm = 'killed') as killed_best,
    max(figure.high) filter (figure.harm = 'killed') as killed_high,
    max(figure.low) filter (figure.harm = 'wounded') as wounded_low,
    max(figure.best) filter (figure.harm = 'wounded') as wounded_best,
    max(figure.high) filter (figure.harm = 'wounded') as wounded_high,
    max(figure.low) filter (figure.harm = 'killed_or_wounded') as killed_or_wounded_low,
    max(figure.best) filter (figure.harm = 'killed_or_wounded') as killed_or_wounded_best,
    max(figure.high) filter (figure.harm = 'killed_or_wounded') as killed_or_wounded_high,
    max(figure.low) filter (figure.harm = 'captured') as captured_low,
    max(figure.best) filter (figure.harm = 'captured') as captured_best,
    max(figure.high) filter (figure.harm = 'captured') as captured_high,
    report.n_claims,
from report
inner join stage.reports using (report_id)
inner join core.dim_article using (article_id)
left join figure using (report_id, event_id)
left join core.dim_location using (location_id)
left join core.dim_date on dim_date.date = reports.date_start
group by all
order by report_id, event_id
