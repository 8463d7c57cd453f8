-- One row per article that a claim was read from.
select
    dim_article.article_id,
    dim_article.title,
    dim_article.uri,
    dim_source.name as source_name,
    dim_article.published_on,
    dim_article.known_on,
    dim_article.story_id,
    dim_article.is_story_original,
from core.dim_article
inner join core.dim_source using (source_key)
where dim_article.article_key in (select fact_claim.article_key from core.fact_claim)
order by dim_article.article_id
