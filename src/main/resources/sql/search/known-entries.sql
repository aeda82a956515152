-- By what these entries of a table are ordered and counted, and the stamp under which that is true.
select e.id, e.article_id, e.section_id, e.part, e.published_at, e.labels, (select stamp from public_moments) as stamp,
    (select st.status from force_status st
        where st.article_id = e.article_id and st.eid in ('', (select eid from section where id = e.section_id))
        and st.from_day <= (select :day::date) and st.before_day > (select :day::date) order by st.eid desc limit 1) as status
from search_entry e
where e.id = any ((select :ids::bigint[])::bigint[]) and e.tableoid::bigint = (select :table::bigint)
