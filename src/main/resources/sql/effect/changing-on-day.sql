-- The next articles with a status that begins on a day; locked, so that they are told and dated in the order in which others lock.
select f.article_id
from force f
where f.article_id in (
    select distinct p.article_id
    from force_period p
    where p.from_day = :day and p.from_day <> '-infinity' and (:reached::uuid is null or p.article_id > :reached)
    order by p.article_id
    limit :limit)
order by f.article_id
for update
