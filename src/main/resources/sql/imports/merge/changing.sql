-- Articles that are here and become another one: by a newer text, or a later step.
select f.id, f.number, f.state in ('published', 'withdrawn') as public
from merging_fate f
where not f.new and (f.theirs or exists (select from merging_brought b where b.article_id = f.id and b.number is not null))
order by f.id
