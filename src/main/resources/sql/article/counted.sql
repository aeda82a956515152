-- Counts articles for all that they are in public lists, or takes them out of the counts (:change is -1).
insert into public_count (field, value, change)
select field, value, :change::bigint from public_count_entry where article_id = any (:articles)
