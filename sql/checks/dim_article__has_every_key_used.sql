-- Every article key used in core, and the unknown member -1, is a row of dim_article: joins lose nothing.
with used as (
    select
        -1 as article_key,
        'the unknown member' as used_by,
    union all
    select
        article_text.article_key,
        'article_text' as used_by,
    from core.article_text
    union all
    select
        fact_claim.article_key,
        'fact_claim' as used_by,
    from core.fact_claim
    union all
    select
        fact_event_report.article_key,
        'fact_event_report' as used_by,
    from core.fact_event_report
)
select distinct
    used.used_by,
    used.article_key,
from used
anti join core.dim_article using (article_key)
