-- Published directives as long as codes of laws: psql -v codes=22 -f codes.sql
-- Each has 400 sections of three paragraphs of 100 words, about a megabyte with 2,400 citations. Not searchable.
\set ON_ERROR_STOP on
set session_replication_role = replica;

begin;
create temporary table code as
select n, ('01900000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid as id, 'bo-luat-' || n as slug,
       timestamptz '2021-01-01 00:00+00' + n * interval '1 hour' as published, n || '/2020/QH14' as number
from generate_series(1, :codes) n;
insert into article (id, slug, state, created_at, updated_at, version)
select id, slug, 'draft', published, published, 0 from code;
insert into slug (slug, article_id, public) select slug, id, true from code;
insert into revision (article_id, number, language, title, body, tags, directive_type, directive_number, directive_number_key,
    directive_issuer, directive_issued_on, directive_title, created_at, published_at, updated_at, body_bytes, section_bytes,
    citation_bytes, cites)
select id, 1, 'vi', 'Bộ luật ' || n, '<p id="preamble__p_1">Quốc hội ban hành Bộ luật.</p>', array['bộ luật'], 'Bộ luật', number,
    upper(number), 'Quốc hội', date '2020-06-01', 'Bộ luật ' || n, published, published, published, 0, 0, 0, 500
from code;
insert into section (article_id, first_revision, content_hash, eid, level, kind, number, marker, heading, paragraphs, citations,
    bytes)
select t.*, 170 + 2 * octet_length(eid) + octet_length(marker) + octet_length(heading) + octet_length(paragraphs::text)
    + coalesce((select sum(440 + octet_length(c::text)) from json_array_elements(citations) c), 0)
from (select c.id, r.id, md5(c.n || '/' || s)::uuid, 'art_' || s, 1, 'article', s::text, 'Điều ' || s || '.',
    'Phạm vi điều chỉnh của điều này',
    (select json_agg(json_build_object('eId', 'art_' || s || '__p_' || p, 'text',
        'Theo Nghị định số ' || (s * 3 + p) % 500 + 1 || '/2019/NĐ-CP và Chỉ thị số ' || (s + p) % 90 + 1 || '-CT/TU, '
        || repeat('cơ quan nhà nước thực hiện nhiệm vụ được giao theo quy định pháp luật ', 6) || p || '.') order by p)
     from generate_series(1, 3) p),
    (select json_agg(json_build_object('paragraphEId', 'art_' || s || '__p_' || p, 'start', 5 + k, 'end', 30 + k,
        'raw', 'Nghị định số ' || cited, 'role', 'reference', 'type', 'Nghị định', 'typeKey', 'nghị định', 'number', cited,
        'documentKey', upper(cited)) order by p, k)
     from generate_series(1, 3) p, generate_series(0, 1) k, lateral (select (s * 3 + p + k) % 500 + 1 || '/2019/NĐ-CP' as cited) d)
from code c join revision r on r.article_id = c.id, generate_series(1, 400) s)
    as t (article_id, first_revision, content_hash, eid, level, kind, number, marker, heading, paragraphs, citations);
update revision r set section_ids = s.ids
from (select article_id, array_agg(id order by number::integer) as ids from section where kind = 'article' group by article_id) s
where s.article_id = r.article_id;
update article a set state = 'published', live_revision_id = r.id, first_published_at = c.published, public_updated_at = c.published
from code c join revision r on r.article_id = c.id where a.id = c.id;
insert into public_count (field, value, change)
select field, value, count(*) from public_count_entry where article_id in (select id from code) group by field, value;
insert into article_rank (article_id, views) select id, 0 from code;
\ir sizes.sql
commit;
