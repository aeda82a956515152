-- Counts an article for all that it is in public lists, or takes it out of the counts (:change is -1).
insert into public_count (field, value, change)
select field, value, :change::bigint from public_count_entry where article_id = :article
