-- What new public articles count for in lists.
insert into public_count (field, value, change)
select e.field, e.value, count(*)
from public_count_entry e join merging_fate f on f.id = e.article_id and f.new
group by e.field, e.value
