-- Filtered lists show new public articles from now on.
insert into article_filter (field, value, first_published_at, article_id)
select e.field, e.value, e.first_published_at, e.article_id
from article_filter_entry e join merging_fate f on f.id = e.article_id and f.new
