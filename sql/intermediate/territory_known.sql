-- One row per piece of evidence of a place and moment at which it was known and stood.
-- A party's own word that it holds a place falls when it later concedes that it had lost it.
with known as (
    select
        moment.as_of,
        evidence.*,
    from intermediate.territory_moment as moment
    inner join intermediate.territory_evidence as evidence
        on evidence.location_id = moment.location_id and evidence.known_from <= moment.as_of
),
concession as (
    select
        known.as_of,
        known.location_id,
        known.party_side_id,
        known.side_id,
        known.date_start,
        known.day,
        known.known_from,
    from known
    where known.kind = 'held' and known.is_change and known.is_admission
)
select
    known.as_of,
    known.claim_id,
    known.event_id,
    known.location_id,
    known.day,
    known.date_start,
    known.day_seq,
    known.known_from,
    known.kind,
    known.basis,
    known.side_id,
    known.other_side_ids,
    known.is_change,
    known.is_denial,
    known.against_side_id,
    known.change_type,
    known.story_id,
    known.origin_id,
    known.origin_kind,
    known.is_interested,
    known.is_admission,
from known
cross join stage.lexicon_constants as settling_window
anti join concession
    on concession.location_id = known.location_id
    and concession.as_of = known.as_of
    and known.kind = 'held'
    and known.party_side_id = known.side_id
    and concession.party_side_id = known.side_id
    and concession.side_id <> known.side_id
    and concession.known_from > known.known_from
    and concession.date_start <= known.day
    and known.day - concession.day <= settling_window.value
where settling_window.name = 'settling_window'
