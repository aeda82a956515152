-- A page of the articles that cite a directive, the newest first, with a row for each place. Articles are ranked, so that a
-- page has each article with all its places. Unless :everywhere, only the places that name a section count: its :pinpoints are
-- [{"eId": "art_5"}].
with place as (
    select p.citing_id, p.revision_id, p.position,
           dense_rank() over (order by p.citing_published_at desc, p.citing_id desc) as rank
    from public_reference p
    where p.cited_id = :cited and p.citing_id <> :cited
      and (:everywhere::boolean or p.pinpoints @> :pinpoints::jsonb))
select a.id as article_id, a.slug, a.state, r.title as article_title, r.directive_type as type,
       r.directive_number as number, r.directive_issuer as issuer, r.directive_issued_on as issued_on,
       case when r.directive_type is null and r.directive_number is null then null
            else coalesce(r.directive_title, r.title) end as title,
       c.section_eid, c.paragraph_eid, c.start_offset, c.end_offset, c.raw, c.pinpoints::text as pinpoints,
       (select max(rank) from place) as total,
       exists (select from public_reference o where o.revision_id = c.revision_id
           and o.position = c.position and o.cited_id <> :cited) as ambiguous
from place
join public_article a on a.id = place.citing_id
join revision r on r.id = place.revision_id
join citation c on c.revision_id = place.revision_id and c.position = place.position
where place.rank > :offset and place.rank <= :offset + :limit
order by place.rank, c.position
