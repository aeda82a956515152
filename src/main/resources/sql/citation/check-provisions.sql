-- Which of the provisions that a text cites exist, and what exists where one does not: a row for each provision, with the first of
-- its possible eIds that exists, or else the nearest of the parts around it; and a row for each place where one is missing, with
-- the kinds and numbers of the sections directly inside that place. In the document as a whole all Điều count, whatever holds them.
with wanted as (
    select w.n, w.article_id, w.revision_id, string_to_array(w.eids, ' ') as eids, string_to_array(w.around, ' ') as around
    from unnest((select :articles::uuid[]), (select :revisions::bigint[]), (select :eids::text[]), (select :around::text[]))
        with ordinality w (article_id, revision_id, eids, around, n)),
found as materialized (
    select w.n, w.revision_id, s.eid, coalesce(s.eid = any (w.eids), false) as own
    from wanted w
    left join revision r on r.id = w.revision_id
    left join lateral (
        select eid from section
        where article_id = w.article_id and eid = any (w.eids || w.around) and id = any (r.section_ids)
        order by array_position(w.eids || w.around, eid) limit 1) s on true),
missing as materialized (
    select distinct revision_id, coalesce(eid, '') as eid from found where not own)
select n, revision_id, eid, own, null::text[] as inside from found
union all
select null, m.revision_id, m.eid, false, array_agg(s.kind || ' ' || s.number order by s.position)
from missing m
join revision_section s on s.revision_id = m.revision_id
where coalesce(s.parent_eid, '') = m.eid or m.eid = '' and s.kind = 'article'
group by m.revision_id, m.eid
