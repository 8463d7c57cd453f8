-- One row per usable claim, with its event, the day it became known and how it counts.
-- A claim known since nobody knows when is known from 9999-12-31: in the current view and no other.
select
    dated_claims.claim_id,
    event_claims.event_id,
    dated_claims.report_id,
    dated_claims.article_id,
    dated_claims.story_id,
    dated_claims.claim_type,
    dated_claims.location_id,
    dated_claims.admin1_id,
    dated_claims.location_type,
    coalesce(dated_claims.victim_side_id, 'unknown') as victim_side_id,
    dated_claims.victim_actor_id,
    dated_claims.from_side_id,
    dated_claims.to_side_id,
    coalesce(initiator.side_id, dated_claims.initiator_actor_id) as initiator_side_id,
    coalesce(target.side_id, dated_claims.target_actor_id) as target_side_id,
    dated_claims.change_type,
    dated_claims.harm,
    dated_claims.value_low,
    dated_claims.value_best,
    dated_claims.value_high,
    coalesce(dated_claims.value_best, dated_claims.value_low, dated_claims.value_high) as value,
    dated_claims.date_start,
    dated_claims.date_end,
    dated_claims.date_precision,
    dated_claims.day_seq,
    dated_claims.is_whole,
    dated_claims.claimant_id,
    dated_claims.claimant_side_id,
    dated_claims.origin_id,
    dated_claims.origin_kind,
    case
        when dated_claims.origin_id is null then 4
        when dated_claims.origin_kind in ('person', 'outlet') then 0
        when dated_claims.origin_kind = 'anonymous' then 1
        when dated_claims.origin_kind = 'party' then 2
        when dated_claims.origin_kind = 'publisher' then 3
        else 4
    end as vagueness,
    dated_claims.claimant_basis in ('publisher', 'none') as is_own_voice,
    dated_claims.is_interested,
    dated_claims.assertion,
    event_claims.event_role,
    dated_claims.assertion in ('asserted', 'attributed') as is_affirmed,
    coalesce(event_claims.event_role in ('core', 'satellite'), false) as is_counted,
    dated_claims.is_subset or dated_claims.is_cumulative as is_partial,
    dated_claims.known_on,
    coalesce(dated_claims.known_on, date '9999-12-31') as known_from,
from stage.dated_claims
left join stage.event_claims using (claim_id)
left join stage.lexicon_actors as initiator
    on initiator.actor_id = dated_claims.initiator_actor_id
left join stage.lexicon_actors as target on target.actor_id = dated_claims.target_actor_id
