-- Every key of fact_event_report is a row of its dimension, so joins lose nothing.
select
    'dim_article' as dimension,
    used.key,
from (
    select unnest([fact_event_report.article_key]) as key
    from core.fact_event_report
) as used
anti join core.dim_article on dim_article.article_key = used.key
union all
select
    'dim_location' as dimension,
    used.key,
from (
    select unnest([fact_event_report.location_key]) as key
    from core.fact_event_report
) as used
anti join core.dim_location on dim_location.location_key = used.key
union all
select
    'dim_date' as dimension,
    used.key,
from (
    select unnest([fact_event_report.date_key]) as key
    from core.fact_event_report
) as used
anti join core.dim_date on dim_date.date_key = used.key
