-- What reading is compared with: the same articles and sections in two plain tables, which do not change when Loa's storage
-- does. See reference-article.sql and reference-list.sql.
\set ON_ERROR_STOP on
create schema reference;
create table reference.article as
select a.id, a.slug, a.state, a.first_published_at, a.public_updated_at, a.updated_at, r.number, r.published_at, r.language, r.title,
    r.summary, r.byline, r.body, r.tags, r.directive_type, r.directive_number, r.directive_issuer, r.directive_issued_on,
    r.directive_title
from public.article a join public.revision r on r.id = a.live_revision_id;
alter table reference.article add primary key (id);
create unique index on reference.article (slug);
create index on reference.article (first_published_at, id);
create table reference.section as
select a.id as article_id, p.position, s.eid, s.parent_eid, s.level, s.kind, s.number, s.marker, s.heading,
    s.paragraphs::text as paragraphs
from public.article a join public.revision r on r.id = a.live_revision_id,
    unnest(r.section_ids) with ordinality p (id, position), public.section s
where s.id = p.id
order by a.id, p.position;
alter table reference.section add primary key (article_id, position);
