-- Lists that are filtered by a value of the articles show them from now on.
-- The parameter stands inside a subquery, because with its value the planner would plan anew each time.
insert into article_filter (field, value, first_published_at, article_id)
select field, value, first_published_at, article_id from article_filter_entry where article_id = any ((select :articles::uuid[])::uuid[])
