-- The articles of the next changes of the log, with the state of the log: for chunks that are kept up to date.
select l.last, l.deleted_to, c.number, c.article_id
from change_log l
left join lateral (
    select number, article_id from change where number > :after and (:upTo::bigint is null or number <= :upTo::bigint)
    order by number limit :limit) c on true
order by c.number
