-- One row per member of a dimension whose row is another than it was. What is new is in no row
-- that stays, for a row that names it is new or changed itself.
select 'actor' as dimension, actor_key as key
from (from before.dim_actor except from core.dim_actor)
union all
select 'claimant', claimant_key
from (from before.dim_claimant except from core.dim_claimant)
union all
select 'location', location_key
from (from before.dim_location except from core.dim_location)
union all
select 'source', source_key
from (from before.dim_source except from core.dim_source)
