-- One row per event, side harmed, harm and span of days in which these figures were what was known.
-- casualties_as_known reads it; fact_casualty holds the rows that still stand.
-- replaced by: event_id
with added as (
    select
        figure_id,
        as_of,
        max(value) filter (measure = 'low') as low,
        max(value) filter (measure = 'high') as high,
        max(value) filter (measure = 'lowest') as lowest,
        max(value) filter (measure = 'highest') as highest,
        max(value) filter (measure = 'best_supported') as best_supported,
        max(value) filter (measure = 'latest') as latest,
        max(value) filter (measure = 'acled_conservative') as acled_conservative,
    from intermediate.casualty_residual
    group by figure_id, as_of
),
holds as (
    select version.figure_id, version.as_of
    from intermediate.casualty_version as version
    inner join intermediate.casualty_umbrella using (figure_id)
    inner join intermediate.casualty_version as part
        on part.figure_id = casualty_umbrella.part_figure_id and part.as_of <= version.as_of
    group by all
),
part_of as (
    select
        version.figure_id,
        version.as_of,
        whole.event_id,
    from intermediate.casualty_version as version
    inner join intermediate.casualty_umbrella on casualty_umbrella.part_figure_id = version.figure_id
    inner join intermediate.casualty_version as whole
        on whole.figure_id = casualty_umbrella.figure_id
        and whole.as_of <= version.as_of
        and (whole.next_as_of is null or version.as_of < whole.next_as_of)
    qualify row_number() over (
        partition by version.figure_id, version.as_of
        order by casualty_umbrella.level, whole.best_supported desc nulls last, whole.event_id
    ) = 1
),
version as (
    select
        version.figure_id,
        version.as_of,
        version.next_as_of,
        version.event_id,
        version.victim_side_id,
        version.victim_actor_id,
        version.harm,
        part_of.event_id as part_of_event_id,
        if(holds.figure_id is null, 'figure', 'residual') as row_kind,
        if(added.figure_id is null, version.low, added.low) as low,
        if(added.figure_id is null, version.high, added.high) as high,
        if(added.figure_id is null, version.lowest, added.lowest) as lowest,
        if(added.figure_id is null, version.highest, added.highest) as highest,
        if(added.figure_id is null, version.best_supported, added.best_supported) as best_supported,
        if(added.figure_id is null, version.latest, added.latest) as latest,
        if(
            added.figure_id is null, version.acled_conservative, added.acled_conservative
        ) as acled_conservative,
        version.n_claims,
        version.n_independent_claimants,
        version.grade,
    from intermediate.casualty_version as version
    left join added using (figure_id, as_of)
    left join holds using (figure_id, as_of)
    left join part_of using (figure_id, as_of)
),
changed as (
    select *
    from version
    qualify
        (
            victim_actor_id, part_of_event_id, row_kind, low, high, lowest, highest,
            best_supported, latest, acled_conservative, n_claims, n_independent_claimants, grade
        ) is distinct from lag((
            victim_actor_id, part_of_event_id, row_kind, low, high, lowest, highest,
            best_supported, latest, acled_conservative, n_claims, n_independent_claimants, grade
        )) over (partition by figure_id order by as_of)
)
select
    changed.event_id,
    changed.part_of_event_id,
    coalesce(dim_date.date_key, -1) as date_key,
    coalesce(dim_location.location_key, -1) as location_key,
    coalesce(dim_actor.actor_key, -1) as victim_actor_key,
    coalesce(side.actor_key, -1) as victim_side_key,
    changed.as_of as known_from,
    lead(changed.as_of) over (partition by changed.figure_id order by changed.as_of) as known_to,
    changed.harm,
    changed.row_kind,
    changed.grade,
    changed.low::bigint as low,
    changed.best_supported::bigint as best,
    changed.high::bigint as high,
    changed.lowest::bigint as value_lowest,
    changed.highest::bigint as value_highest,
    changed.best_supported::bigint as value_best_supported,
    changed.latest::bigint as value_latest,
    changed.acled_conservative::bigint as value_acled_conservative,
    changed.n_claims::bigint as n_claims,
    changed.n_independent_claimants::bigint as n_independent_claimants,
from changed
inner join stage.events using (event_id)
left join core.dim_date on dim_date.date = events.date_start
left join core.dim_location on dim_location.location_id = events.location_id
left join core.dim_actor on dim_actor.actor_id = changed.victim_actor_id
left join core.dim_actor as side on side.actor_id = changed.victim_side_id
order by event_id, changed.victim_side_id, changed.harm, known_from
