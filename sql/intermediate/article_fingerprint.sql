-- One row per article, with a fingerprint of all that is told of it; its id is one of its text.
-- replaced by: article_id
select
    article_id,
    hash(articles, stories) as fingerprint,
from (select * exclude (text) from stage.articles) as articles
inner join stage.stories using (article_id)
