-- One row per event for humanitarian data: each column's name ends in its HXL hashtag.
-- Sums over rows double count where a coarser toll holds finer ones: totals are in casualties_daily.
select
    event_register.event_id as "event_id #event+id+code",
    event_register.date_start as "date_start #date+start",
    event_register.date_end as "date_end #date+end",
    event_register.event_type as "event_type #event+type",
    event_register.sub_event_type as "sub_event_type #event+type+sub",
    event_register.country_name as "country_name #country+name",
    dim_location.country_iso3 as "country_iso3 #country+code+v_iso3",
    event_register.admin1_name as "admin1_name #adm1+name",
    event_register.admin2_name as "admin2_name #adm2+name",
    event_register.location_name as "location_name #loc+name",
    event_register.latitude as "latitude #geo+lat",
    event_register.longitude as "longitude #geo+lon",
    event_register.where_precision as "where_precision #geo+precision",
    event_register.initiator_name as "initiator_name #group+initiator+name",
    event_register.target_name as "target_name #group+target+name",
    event_register.killed_low as "killed_low #affected+killed+min",
    event_register.killed_best as "killed_best #affected+killed",
    event_register.killed_high as "killed_high #affected+killed+max",
    event_register.wounded_low as "wounded_low #affected+injured+min",
    event_register.wounded_best as "wounded_best #affected+injured",
    event_register.wounded_high as "wounded_high #affected+injured+max",
    event_register.killed_or_wounded_low as "killed_or_wounded_low #affected+killed_or_injured+min",
    event_register.killed_or_wounded_best as "killed_or_wounded_best #affected+killed_or_injured",
    event_register.killed_or_wounded_high as "killed_or_wounded_high #affected+killed_or_injured+max",
    event_register.captured_low as "captured_low #affected+captured+min",
    event_register.captured_best as "captured_best #affected+captured",
    event_register.captured_high as "captured_high #affected+captured+max",
    event_register.grade as "grade #status+grade",
    event_register.n_independent_claimants as "n_independent_claimants #indicator+claimants+num",
    event_register.n_articles as "n_articles #indicator+articles+num",
    event_register.last_reported_on as "last_reported_on #date+reported",
from marts.event_register
inner join core.fact_event using (event_id)
inner join core.dim_location using (location_key)
order by event_register.date_start, event_register.event_id
