-- One row per piece of evidence and window of days that it bears on: its own, and the nearer of
-- the two beside it. Windows are of the calendar, so that none moves as claims arrive; each is
-- evaluated with the evidence of half a window around it, more than any rule looks back or ahead.
with placed as (
    select
        evidence_no,
        location_id,
        known_from,
        (day - date '2000-01-01') / ledger_window.value as place_in_calendar,
    from intermediate.territory_evidence
    inner join stage.lexicon_constants as ledger_window on ledger_window.name = 'ledger_window'
)
select
    evidence_no,
    location_id,
    known_from,
    window_no,
    location_id || '|' || window_no as window_id,
from (
    select
        placed.*,
        unnest([
            floor(place_in_calendar)::integer,
            floor(place_in_calendar)::integer
                + if(place_in_calendar - floor(place_in_calendar) < 0.5, -1, 1),
        ]) as window_no,
    from placed
)
