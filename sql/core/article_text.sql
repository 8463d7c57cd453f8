-- One row per distinct article: the stored text that every offset points into.
-- replaced by: article_key
select
    dim_article.article_key,
    articles.text,
from stage.articles
inner join core.dim_article using (article_id)
order by article_key
