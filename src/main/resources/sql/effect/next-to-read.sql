-- The next public article that carries a directive, in the order of ids.
select a.id
from public_article a
join revision r on r.id = a.live_revision_id
where (r.directive_type is not null or r.directive_number is not null) and (:reached::uuid is null or a.id > :reached)
order by a.id
limit 1
