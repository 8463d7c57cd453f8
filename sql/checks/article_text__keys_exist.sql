-- Every key of article_text is a row of its dimension, so joins lose nothing.
select
    'dim_article' as dimension,
    used.key,
from (
    select unnest([article_text.article_key]) as key
    from core.article_text
) as used
anti join core.dim_article on dim_article.article_key = used.key
