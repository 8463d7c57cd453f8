-- dim_article has exactly one unknown member.
select count(*) as n_unknown
from core.dim_article
where dim_article.article_key = -1
having count(*) <> 1
