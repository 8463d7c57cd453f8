-- One row per article whose publisher is known: the outlet of the lexicon, or else the name as given.
with spelling as (
    select phrase as spelling, source_id from stage.lexicon_source_names
    union
    select lower(name), source_id from stage.lexicon_sources
    union
    select lower(domain), source_id from stage.lexicon_sources where domain is not null
    union
    select source_id, source_id from stage.lexicon_sources
),
outlet as (
    select spelling, min(source_id) as source_id from spelling group by spelling
)
select
    articles.article_id,
    coalesce(outlet.source_id, lower(articles.publisher)) as source_id,
    articles.publisher as name,
from stage.articles
left join outlet on outlet.spelling = lower(articles.publisher)
where articles.publisher is not null
