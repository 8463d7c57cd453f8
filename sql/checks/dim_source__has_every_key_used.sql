-- Every source key used in core, and the unknown member -1, is a row of dim_source: joins lose nothing.
with used as (
    select
        -1 as source_key,
        'the unknown member' as used_by,
    union all
    select
        dim_article.source_key,
        'dim_article' as used_by,
    from core.dim_article
)
select distinct
    used.used_by,
    used.source_key,
from used
anti join core.dim_source using (source_key)
