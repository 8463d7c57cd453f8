-- One row per claim and place of the ledger that it speaks of, and per baseline row.
-- held: a side has the place, on an exact day or by the end of an interval; contested: fighting
-- for it, or a denial; conceded: a side says it lost the place, to nobody named. Districts and
-- finer places are ledger places; a province hands down only where the claim says all of it.
-- Who takes a place unidentified, or unnamed, moves nothing.
with longest as (
    select value as n_days from stage.lexicon_constants where name = 'evidence_interval'
),
spoken as (
    select
        linked_claim.claim_id,
        linked_claim.event_id,
        linked_claim.location_id,
        linked_claim.admin1_id,
        linked_claim.date_end as day,
        linked_claim.date_start,
        linked_claim.day_seq,
        linked_claim.known_from,
        case
            when linked_claim.claim_type = 'contested' then 'contested'
            when linked_claim.assertion = 'denied' then 'contested'
            else 'held'
        end as kind,
        if(linked_claim.date_start = linked_claim.date_end, 'day', 'by') as basis,
        case
            when taker.actor_type = 'unknown' then null
            when linked_claim.to_side_id is not null then linked_claim.to_side_id
            when linked_claim.change_type = 'withdrawn' then 'nobody'
        end as side_id,
        if(
            linked_claim.claim_type = 'contested',
            [
                linked_claim.initiator_side_id, linked_claim.target_side_id,
                linked_claim.to_side_id, linked_claim.from_side_id,
            ],
            [linked_claim.from_side_id]
        ) as other_side_ids,
        linked_claim.assertion = 'denied' as is_denial,
        if(linked_claim.assertion = 'denied', linked_claim.to_side_id, null) as against_side_id,
        linked_claim.claim_type = 'territory_change' and linked_claim.is_affirmed as is_change,
        linked_claim.change_type,
        linked_claim.story_id,
        linked_claim.origin_id,
        linked_claim.origin_kind,
        if(linked_claim.origin_kind = 'party', linked_claim.claimant_side_id, null)
            as party_side_id,
        linked_claim.is_interested,
        coalesce(
            linked_claim.origin_kind = 'party'
            and linked_claim.claimant_side_id = linked_claim.from_side_id,
            false
        ) as is_admission,
        linked_claim.from_side_id,
    from intermediate.linked_claim
    cross join longest
    left join stage.lexicon_actors as taker on taker.actor_id = linked_claim.to_side_id
    where
        linked_claim.location_type in ('admin2', 'populated_place', 'facility')
        and linked_claim.date_end - linked_claim.date_start <= longest.n_days
        and (
            (
                linked_claim.claim_type in ('territory_change', 'territory_control')
                and (linked_claim.is_affirmed or linked_claim.assertion = 'denied')
            )
            or (linked_claim.claim_type = 'contested' and linked_claim.is_affirmed)
        )
),
own as (
    select *
        replace (if(kind = 'held' and side_id is null, 'conceded', kind) as kind),
    from spoken
    where
        (
            kind = 'held'
            and (side_id is not null or is_admission)
            and (is_change or (basis = 'day' and side_id is not null))
        )
        or (kind = 'contested' and (basis = 'day' or is_denial))
),
initial as (
    select
        baseline.location_id,
        lexicon_places.admin1_id,
        baseline.side_id,
        baseline.as_of,
    from stage.baseline
    left join stage.lexicon_places using (location_id)
),
known_place as (
    select location_id, admin1_id, min(known_from) as known_from
    from (
        select location_id, admin1_id, known_from from own
        union all
        select location_id, admin1_id, as_of from initial
    )
    group by all
),
told as (
    select
        claim_id,
        event_id,
        location_id,
        day,
        date_start,
        day_seq,
        known_from,
        kind,
        basis,
        side_id,
        other_side_ids,
        is_change,
        is_denial,
        against_side_id,
        change_type,
        story_id,
        origin_id,
        origin_kind,
        party_side_id,
        from_side_id,
        is_interested,
        is_admission,
    from own
    union all by name
    select
        province.claim_id,
        province.event_id,
        known_place.location_id,
        province.date_end as day,
        province.date_start,
        null as day_seq,
        greatest(province.known_from, known_place.known_from) as known_from,
        'held' as kind,
        'inherited' as basis,
        province.to_side_id as side_id,
        [] as other_side_ids,
        false as is_change,
        false as is_denial,
        null as against_side_id,
        null as change_type,
        province.story_id,
        province.origin_id,
        province.origin_kind,
        null as party_side_id,
        null as from_side_id,
        province.is_interested,
        false as is_admission,
    from intermediate.linked_claim as province
    inner join known_place on known_place.admin1_id = province.location_id
    where
        province.claim_type in ('territory_change', 'territory_control')
        and province.location_type = 'admin1'
        and province.is_whole
        and province.is_affirmed
        and province.to_side_id is not null
        and province.date_start = province.date_end
    union all by name
    select
        null as claim_id,
        null as event_id,
        location_id,
        as_of as day,
        as_of as date_start,
        null as day_seq,
        as_of as known_from,
        'held' as kind,
        'baseline' as basis,
        side_id,
        [] as other_side_ids,
        false as is_change,
        false as is_denial,
        null as against_side_id,
        null as change_type,
        null as story_id,
        null as origin_id,
        'none' as origin_kind,
        null as party_side_id,
        null as from_side_id,
        false as is_interested,
        false as is_admission,
    from initial
)
select
    row_number() over (order by claim_id, location_id) as evidence_no,
    *,
from told
