-- One row per article that has to be seen: to be made again itself, or for a claim or report that is.
select article_id from changes.touched_article
union
select article_id from stage.dated_claims semi join changes.touched_claim using (claim_id)
union
select article_id from stage.reports semi join changes.touched_report using (report_id)
