-- One row per view and piece of evidence in its reach that was known by then. A party's own word
-- that it holds a place falls (kind fallen) when it later concedes that it had lost it.
with known as (
    select
        moment.view_no,
        evidence.*,
    from intermediate.territory_moment as moment
    inner join intermediate.territory_reach as reach
        on reach.location_id = moment.location_id
        and reach.window_no = moment.window_no
        and reach.known_from <= moment.as_of
    inner join intermediate.territory_evidence as evidence using (evidence_no)
),
fallen as (
    select distinct
        known.view_no,
        known.evidence_no,
    from known
    inner join stage.lexicon_constants as settling_window
        on settling_window.name = 'settling_window'
    inner join known as concession
        on concession.view_no = known.view_no
        and concession.party_side_id = known.side_id
        and concession.side_id <> known.side_id
        and concession.known_from > known.known_from
        and concession.date_start <= known.day
        and known.day - concession.day <= settling_window.value
    where
        known.kind = 'held'
        and known.party_side_id = known.side_id
        and concession.kind = 'held'
        and concession.is_change
        and concession.is_admission
)
select
    known.view_no,
    known.claim_id,
    known.event_id,
    known.day,
    known.date_start,
    known.day_seq,
    known.known_from,
    if(fallen.evidence_no is null, known.kind, 'fallen') as kind,
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
    known.party_side_id,
    known.from_side_id,
    known.is_interested,
    known.is_admission,
from known
left join fallen using (view_no, evidence_no)
