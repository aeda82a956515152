-- Which of the provisions that a text cites exist, and what exists where one does not: a row for each provision, with the first of
-- its possible eIds that exists, or else the nearest of the parts around it; and a row for each place where one is missing, with
-- the kinds and numbers of the sections directly inside that place. In the document as a whole all Điều count, whatever holds them.
--
-- A law has thousands of sections and may be cited a thousand times: each eId is looked up by itself, and what a revision has is read once.
-- Without "offset 0" the planner reads all sections of an article, as most articles have few.
with wanted as materialized (
    select w.n, w.article_id, w.revision_id, string_to_array(w.eids, ' ') as eids, string_to_array(w.around, ' ') as around
    from unnest((select :articles::uuid[]), (select :revisions::bigint[]), (select :eids::text[]), (select :around::text[]))
        with ordinality w (article_id, revision_id, eids, around, n)),
candidates as materialized (
    select w.n, w.revision_id, p.rank, s.id, p.eid
    from wanted w
    cross join lateral unnest(w.eids || w.around) with ordinality p (eid, rank)
    cross join lateral (select id from section where article_id = w.article_id and eid = p.eid offset 0) s),
held as materialized (
    select r.id as revision_id, p.id
    from revision r
    cross join lateral unnest(r.section_ids) p (id)
    where r.id in (select revision_id from candidates) and p.id in (select id from candidates)),
best as (
    select distinct on (c.n) c.n, c.eid
    from candidates c
    join held h on h.revision_id = c.revision_id and h.id = c.id
    order by c.n, c.rank),
found as materialized (
    select w.n, w.revision_id, b.eid, coalesce(b.eid = any (w.eids), false) as own
    from wanted w
    left join best b on b.n = w.n),
missing as materialized (
    select distinct revision_id, coalesce(eid, '') as eid from found where not own),
sections as materialized (
    select revision_id, coalesce(parent_eid, '') as inside, position, kind, number
    from revision_section where revision_id in (select revision_id from missing)),
places as (
    select revision_id, inside, position, kind, number from sections
    union all
    select revision_id, '', position, kind, number from sections where kind = 'article' and inside <> '')
select n, revision_id, eid, own, null::text[] as inside from found
union all
select null, m.revision_id, m.eid, false, array_agg(p.kind || ' ' || p.number order by p.position)
from missing m
join places p on p.revision_id = m.revision_id and p.inside = m.eid
group by m.revision_id, m.eid
