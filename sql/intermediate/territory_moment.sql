-- One row per view: a ledger place, a window of days and a day on which something in reach of the
-- window became known.
select
    ('0x' || substr(md5(window_id || '|' || known_from), 1, 15))::bigint as view_no,
    location_id,
    window_no,
    window_id,
    date '2000-01-01' + (window_no * ledger_window.value)::integer as window_start,
    date '2000-01-01' + ((window_no + 1) * ledger_window.value)::integer as window_end,
    known_from as as_of,
    lead(known_from) over (
        partition by location_id, window_no order by known_from
    ) as next_as_of,
from (
    select distinct
        location_id,
        window_no,
        window_id,
        known_from,
    from intermediate.territory_reach
)
inner join stage.lexicon_constants as ledger_window on ledger_window.name = 'ledger_window'
