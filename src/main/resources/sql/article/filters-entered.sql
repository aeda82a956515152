-- Lists that are filtered by a value of the articles show them from now on.
insert into article_filter (field, value, first_published_at, article_id)
select field, value, first_published_at, article_id from article_filter_entry where article_id = any (:articles)
