-- Every key of dim_article is a row of its dimension, so joins lose nothing.
select
    'dim_source' as dimension,
    used.key,
from (
    select unnest([dim_article.source_key]) as key
    from core.dim_article
) as used
anti join core.dim_source on dim_source.source_key = used.key
