-- A page of the articles that cite a directive, the newest first, with a row for each place, those outside the sections first.
-- With :eId, only the places that name this section count. {after} goes on behind an article.
-- The places of the article that only shows whether others follow are not read.
with found as (
    select p.citing_id, p.citing_published_at, {total} as total
    from public_reference p
    where p.cited_id = :cited and p.citing_id <> :cited
      and (:eId::text is null or p.pinpoints @> array[:eId]::text[]) {after}
    group by p.citing_published_at, p.citing_id
    order by p.citing_published_at desc, p.citing_id desc
    limit :limit offset :offset),
page as (
    select f.*, row_number() over (order by f.citing_published_at desc, f.citing_id desc) as n, count(*) over () as found
    from found f)
select a.id as article_id, a.slug, a.state, r.title as article_title, r.directive_type as type,
       r.directive_number as number, r.directive_issuer as issuer, r.directive_issued_on as issued_on,
       case when r.directive_type is null and r.directive_number is null then null
            else coalesce(r.directive_title, r.title) end as title,
       p.section_id, s.eid as section_eid, (coalesce(s.citations, r.citations) -> p.place)::text as citation,
       page.citing_published_at, page.total, page.found > :most as more,
       exists (select from document o where o.article_id <> :cited
           and names_document(p.document_key, p.type_key, p.issued_on, o.document_key, o.type_key, o.issued_on)
           and (p.not_after is null or o.issued_on is null or o.issued_on <= p.not_after)) as ambiguous
from page
join public_article a on a.id = page.citing_id
join revision r on r.id = a.live_revision_id
join public_reference p on p.citing_id = page.citing_id and p.cited_id = :cited
    and (:eId::text is null or p.pinpoints @> array[:eId]::text[])
left join section s on s.id = p.section_id
where page.n <= :most
order by page.citing_published_at desc, page.citing_id desc, p.section_id nulls first, p.place
