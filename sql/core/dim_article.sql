-- One row per distinct article text, with where and when it was published and the story it tells.
-- replaced by: article_key
select
    articles.article_id,
    ('0x' || substr(md5(articles.article_id), 1, 13))::bigint as article_key,
    articles.external_id,
    stories.story_id,
    coalesce(dim_source.source_key, -1) as source_key,
    articles.uri,
    articles.title,
    stories.published_on,
    stories.published_on_method,
    stories.reference_on,
    stories.reference_on_method,
    stories.known_on,
    case
        when stories.known_on is null then 'unknown'
        when stories.published_on is not null then 'published'
        when stories.reference_on is not null then 'reference'
        else 'story'
    end as known_on_method,
    articles.language,
    stories.is_story_original,
    stories.story_reason,
from stage.articles
inner join stage.stories using (article_id)
left join intermediate.article_source using (article_id)
left join core.dim_source using (source_id)
union all
select
    'unknown', -1, null, null, -1, 'Unknown', null, null, 'unknown', null, 'unknown', null,
    'unknown', null, false, null
order by article_id
