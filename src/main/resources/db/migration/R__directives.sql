-- The register: every directive that the public can read here, and the article that carries it.
create or replace view public_directive as
select a.id as article_id, a.slug, r.directive_type as type, r.directive_number as number,
       r.directive_number_key as number_key, r.directive_issuer as issuer, r.directive_issued_on as issued_on,
       coalesce(r.directive_title, r.title) as title,
       r.id as revision_id, a.state, r.title as article_title, r.directive_number_fold as number_fold,
       r.directive_type_fold as type_fold, r.directive_issuer_fold as issuer_fold, r.directive_year as year,
       r.directive_words as words
from public_article a
join revision r on r.id = a.live_revision_id
where r.number is not null and (r.directive_type is not null or r.directive_number_key is not null);

-- Which public text names which directive of the register, where: the rule of citation_with_targets, read from the other
-- end. A text that presents its own directive does not cite it.
create or replace view public_reference as
select d.article_id as cited_id, a.id as citing_id, a.first_published_at as citing_published_at, c.revision_id, c.position,
       c.pinpoints
from public_directive d
join citation c on c.number_key = d.number_key
    and (c.type is null or lower(c.type) = lower(d.type))
    and (c.issued_on is null or d.issued_on is null or c.issued_on = d.issued_on)
join public_article a on a.live_revision_id = c.revision_id
where c.role <> 'subject';

-- Each citation with the public directives it leads to: [{"articleId", "slug", "title"}], the latest first; null for none.
-- A directive of the same number; the type must agree where the text names one (1120-QĐ/TU is a Quy định, not a Quyết
-- định), and so must the date, because numbers start again: Party numbers each term, administrative ones each year.
-- Of many that it may mean, ten: a number that a hundred articles have would make each of a text's thousands of citations
-- a hundred times as long.
create or replace view citation_with_targets as
select c.*, (
    select json_agg(json_build_object('articleId', d.article_id, 'slug', d.slug, 'title', d.title)
                    order by d.issued_on desc nulls last, d.article_id)
    from (select d.article_id, d.slug, d.title, d.issued_on from public_directive d
          where d.number_key = c.number_key
            and (c.type is null or lower(c.type) = lower(d.type))
            and (c.issued_on is null or d.issued_on is null or c.issued_on = d.issued_on)
          order by d.issued_on desc nulls last, d.article_id limit 10) d) as targets
from citation c;

-- A section, the citations in it with their targets as JSON (null for none), and how many bytes both take in an answer:
-- the same estimate as vn.loa.directive.TextSize.
create or replace view section_with_citations as
select s.revision_id, s.position, s.eid, s.parent_eid, s.level, s.kind, s.number, s.marker, s.heading,
       s.paragraphs::text as paragraphs,
       (select json_agg(c order by c.position)::text from citation_with_targets c
        where c.revision_id = s.revision_id and c.section_eid = s.eid) as citations,
       170 + 2 * octet_length(s.eid) + octet_length(s.marker) + coalesce(octet_length(s.heading), 0)
           + octet_length(s.paragraphs::text) + coalesce((
               select sum(560 + octet_length(c.paragraph_eid) + octet_length(c.raw) + coalesce(octet_length(c.type), 0)
                   + coalesce(octet_length(c.issuer), 0) + coalesce(octet_length(c.title), 0)
                   + coalesce(octet_length(c.pinpoints::text), 0))
               from citation c where c.revision_id = s.revision_id and c.section_eid = s.eid), 0) as bytes
from section s;
