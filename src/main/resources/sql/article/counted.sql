-- Counts articles for all that they are in public lists, or takes them out of the counts (:change is -1).
-- The parameter stands inside a subquery, because with its value the planner would plan anew each time.
insert into public_count (field, value, change)
select field, value, :change::bigint from public_count_entry where article_id = any ((select :articles::uuid[])::uuid[])
