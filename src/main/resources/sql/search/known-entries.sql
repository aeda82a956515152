-- By what these entries of a table are ordered and counted, with the statuses on all days, and the stamp under which that is true.
select e.id, e.article_id, e.section_id, e.part, e.published_at, e.labels, (select stamp from public_moments) as stamp,
    coalesce((select statuses from force_statuses where article_id = e.article_id and eid = (select eid from section where id = e.section_id)),
        (select statuses from force_statuses where article_id = e.article_id and eid = '')) as statuses
from search_entry e
where e.id = any ((select :ids::bigint[])::bigint[]) and e.tableoid::bigint = (select :table::bigint)
