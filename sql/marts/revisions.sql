-- One row per fact that changed between two neighbouring days on which something became known.
-- First reports are no revisions. Residuals change as finer figures arrive: that is kind parts_found.
-- The article that brought a change is that of the claims on the fact that became known that day:
-- the one that gives the new number or opens the new state, else the first.
-- made whole
with casualty as (
    select
        later.known_from as known_on,
        'casualty' as fact,
        case
            when later.row_kind = 'residual' or earlier.row_kind = 'residual' then 'parts_found'
            when (later.low, later.best, later.high)
                is not distinct from (earlier.low, earlier.best, earlier.high)
                then 'grade_changed'
            when earlier.best is null then 'number_given'
            when later.best > earlier.best then 'toll_rose'
            when later.best < earlier.best then 'toll_fell'
            else 'range_changed'
        end as revision,
        later.event_id,
        later.location_key,
        later.victim_side_key as actor_key,
        later.harm,
        null::date as valid_from,
        earlier.grade as earlier_grade,
        later.grade,
        null as earlier_status,
        null as status,
        null as earlier_actor_key,
        earlier.low as earlier_low,
        earlier.best as earlier_best,
        earlier.high as earlier_high,
        later.low,
        later.best,
        later.high,
        null as claim_id,
    from core.fact_casualty_history as later
    inner join core.fact_casualty_history as earlier
        on earlier.event_id = later.event_id
        and earlier.victim_side_key = later.victim_side_key
        and earlier.harm = later.harm
        and earlier.known_to = later.known_from
    where
        (later.low, later.best, later.high, later.grade)
            is distinct from (earlier.low, earlier.best, earlier.high, earlier.grade)
),
territory as (
    select
        later.known_from as known_on,
        'territory' as fact,
        case
            when later.status in ('disputed', 'contested')
                and earlier.status not in ('disputed', 'contested') then 'dispute_opened'
            when later.actor_key <> earlier.actor_key then 'control_changed'
            when earlier.status in ('disputed', 'contested')
                and later.status = 'controlled' then 'dispute_settled'
            else 'status_changed'
        end as revision,
        later.event_id,
        later.location_key,
        later.actor_key,
        null as harm,
        greatest(later.valid_from, earlier.valid_from) as valid_from,
        earlier.grade as earlier_grade,
        later.grade,
        earlier.status as earlier_status,
        later.status,
        earlier.actor_key as earlier_actor_key,
        null::bigint as earlier_low,
        null::bigint as earlier_best,
        null::bigint as earlier_high,
        null::bigint as low,
        null::bigint as best,
        null::bigint as high,
        later.claim_id,
    from core.fact_territory_control as later
    inner join core.fact_territory_control as earlier
        on earlier.location_key = later.location_key
        and earlier.known_to = later.known_from
        and greatest(earlier.valid_from, later.valid_from) < least(
            coalesce(earlier.valid_to, date '9999-12-31'),
            coalesce(later.valid_to, date '9999-12-31')
        )
    where (earlier.status, earlier.actor_key) <> (later.status, later.actor_key)
),
revised as (
    from casualty
    union all by name
    from territory
),
word as (
    select
        claim_id,
        event_id,
        harm,
        claim_type,
        article_key,
        location_key,
        coalesce(known_on, date '9999-12-31') as known_on,
        coalesce(value_best, value_low, value_high) as value,
    from core.fact_claim
    where assertion not in ('planned', 'historical')
),
part as (
    select distinct event_id, harm, part_of_event_id
    from core.fact_casualty
    where part_of_event_id is not null
),
numbered as materialized (
    select
        row_number() over (
            order by
                revised.fact, revised.location_key, revised.event_id, revised.actor_key,
                revised.harm, revised.known_on, revised.valid_from, revised.claim_id,
                revised.earlier_status, revised.status, revised.earlier_actor_key
        ) as revision_no,
        revised.*,
        dim_location.admin1_key,
    from revised
    inner join core.dim_location using (location_key)
),
bringing as (
    select
        numbered.revision_no,
        word.*,
        [false, word.value is distinct from numbered.best] as distance,
    from numbered
    inner join word
        on word.known_on = numbered.known_on
        and word.harm = numbered.harm
        and word.event_id = numbered.event_id
    union all
    select
        numbered.revision_no,
        word.*,
        [true, word.value is distinct from numbered.best],
    from numbered
    inner join part
        on part.part_of_event_id = numbered.event_id
        and part.harm = numbered.harm
    inner join word
        on word.known_on = numbered.known_on
        and word.harm = part.harm
        and word.event_id = part.event_id
    union all
    select
        numbered.revision_no,
        word.*,
        [word.claim_id <> numbered.claim_id, word.event_id is distinct from numbered.event_id],
    from (
        select
            numbered.*,
            unnest(list_distinct([numbered.location_key, numbered.admin1_key])) as around_key,
        from numbered
        where numbered.fact = 'territory'
    ) as numbered
    inner join word
        on word.known_on = numbered.known_on and word.location_key = numbered.around_key
    where
        word.claim_type in ('territory_change', 'territory_control', 'contested')
),
brought as (
    select *
    from bringing
    qualify row_number() over (partition by revision_no order by distance, claim_id) = 1
)
select
    revised.event_id,
    brought.claim_id,
    dim_article.article_id,
    revised.location_key,
    revised.actor_key,
    revised.known_on,
    revised.valid_from,
    revised.fact,
    revised.revision,
    dim_location.country_name,
    dim_location.admin1_name,
    dim_location.name as location_name,
    dim_actor.name as actor_name,
    revised.harm,
    revised.earlier_status,
    revised.status,
    earlier_actor.name as earlier_actor_name,
    revised.earlier_grade,
    revised.grade,
    revised.earlier_low,
    revised.earlier_best,
    revised.earlier_high,
    revised.low,
    revised.best,
    revised.high,
    dim_article.title as article_title,
    dim_source.name as source_name,
from numbered as revised
inner join core.dim_location using (location_key)
inner join core.dim_actor using (actor_key)
left join brought using (revision_no)
left join core.dim_article using (article_key)
left join core.dim_source using (source_key)
left join core.dim_actor as earlier_actor on earlier_actor.actor_key = revised.earlier_actor_key
order by all
