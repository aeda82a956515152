-- Published articles that no one wrote, for measuring: psql -v articles=10000 -f articles.sql
-- Each carries a directive of six sections and cites two others; together about 18 kB as JSON. The same on every run.
-- Without triggers, and without the search index: a start of Loa makes that after `update search_index set grammar = 0`.
\set ON_ERROR_STOP on
set session_replication_role = replica;

create temporary table word as
select row_number() over () - 1 as n, w from unnest(string_to_array(
    'công tác quản lý nhà nước tỉnh ủy ban nhân dân huyện xã phường thị trấn cán bộ công chức viên chức thực hiện nhiệm vụ '
    'kế hoạch phát triển kinh tế xã hội bảo đảm an toàn giao thông đường bộ học sinh trường học phụ huynh tuyên truyền phổ biến '
    'pháp luật kiểm tra giám sát xử lý vi phạm hành chính đất đai môi trường rừng phòng cháy chữa cháy thủy lợi nông nghiệp '
    'nông thôn mới chuyển đổi số hồ sơ văn thư lưu trữ cải cách thủ tục dịch vụ công trực tuyến y tế giáo dục đào tạo văn hóa '
    'du lịch quốc phòng an ninh trật tự biên giới hải đảo dân tộc tôn giáo tín dụng ngân sách đầu tư xây dựng đô thị nhà ở', ' ')) as w;

-- Texts are put together from two of these, because drawing each word anew takes minutes.
create temporary table passage as
select n, string_agg(w, ' ' order by i) as text
from generate_series(0, 1999) n, generate_series(1, 95) i
join lateral (select w from word where word.n =
    (hashint8(n * 1000003 + i)::bigint & 2147483647) % (select count(*) from word)) drawn on true
group by n;
create unique index on passage (n);
analyze passage;

create function pg_temp.words(seed bigint, count integer) returns text language sql as $$
    select array_to_string((string_to_array(a.text || ' ' || b.text, ' '))[1:count], ' ') from passage a, passage b
    where a.n = (hashint8(seed)::bigint & 2147483647) % 2000 and b.n = (hashint8(seed + 77777)::bigint & 2147483647) % 2000
$$;

create temporary table made as
select n, ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as id, 'bai-' || n as slug,
       timestamptz '2020-01-01 00:00+00' + n * interval '5 minutes' as published,
       initcap(left(pg_temp.words(n, 14), 120)) || ' ' || n as title,
       n || '-CT/TU' as number, date '2015-01-01' + n % 3650 as issued_on
from generate_series(1, :articles) n;

begin;
-- Five categories at the top with nine below each, and one of which only the oldest articles are.
insert into category (id, slug, title, sort_order, parent_id, created_at, version)
select ('01900000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid, 'chuyen-muc-' || n, 'Chuyên mục ' || n, n,
    case when n > 5 and n <= 50 then ('01900000-0000-7000-9000-' || lpad(to_hex(n % 5 + 1), 12, '0'))::uuid end, now(), 1
from generate_series(1, 51) n;
insert into category_slug (slug, category_id) select slug, id from category;
\ir ../main/resources/sql/category/numbered.sql
;
create function pg_temp.category(n bigint, of bigint) returns uuid language sql as $$
    select ('01900000-0000-7000-9000-' || lpad(to_hex(case when n <= of / 30 then 51 else 1 + n % 50 end), 12, '0'))::uuid
$$;
insert into article (id, slug, state, created_at, updated_at, version)
select id, slug, 'draft', published, published, 0 from made;
insert into slug (slug, article_id, public) select slug, id, true from made;
insert into revision (article_id, number, language, title, summary, body, tags, directive_type, directive_number,
    directive_number_key, directive_issuer, directive_issued_on, directive_title, created_at, published_at, updated_at,
    body_bytes, section_bytes, citation_bytes, cites, category_id)
select id, 1, 'vi', title, pg_temp.words(n + 7, 30), '<p id="preamble__p_1">' || pg_temp.words(n + 11, 90) || '.</p>',
    array['chủ đề ' || n % 40, 'lĩnh vực ' || n % 7], 'Chỉ thị', number, upper(number), 'Ban Thường vụ Tỉnh ủy', issued_on,
    pg_temp.words(n, 12), published, published, published, 0, 0, 0, 1, pg_temp.category(n, :articles)
from made;
insert into section (article_id, first_revision, content_hash, eid, level, kind, number, marker, heading, paragraphs, citations,
    bytes)
select t.*, 170 + 2 * octet_length(eid) + octet_length(marker) + octet_length(heading) + octet_length(paragraphs::text)
    + coalesce((select sum(440 + octet_length(c::text)) from json_array_elements(citations) c), 0)
from (select m.id, r.id, md5(m.n || '/' || s)::uuid, 'sec_' || s, 1, 'section', s::text, s || '.', initcap(pg_temp.words(m.n * 10 + s, 7)),
    format('[{"eId":"sec_%1$s__p_1","text":%2$s},{"eId":"sec_%1$s__p_2","text":%3$s},{"eId":"sec_%1$s__p_3","text":%4$s}]', s,
        to_json('Theo Chỉ thị số ' || ((m.n + 17) % 900 + 1) || '-CT/TU, ' || pg_temp.words(m.n * 100 + s, 190) || '.'),
        to_json(initcap(left(pg_temp.words(m.n * 100 + s + 50, 190), 1)) || substr(pg_temp.words(m.n * 100 + s + 50, 190), 2) || '.'),
        to_json('Giao ' || pg_temp.words(m.n * 100 + s + 70, 110) || '.'))::json,
    case when s <= 2 then format('[{"paragraphEId":"sec_%1$s__p_1","start":5,"end":%2$s,"raw":"Chỉ thị số %3$s","role":"reference",'
        '"type":"Chỉ thị","typeKey":"chỉ thị","number":"%3$s","documentKey":"%3$s"}]', s, 5 + length('Chỉ thị số ' || cited), cited)::json
    end
from made m join revision r on r.article_id = m.id, generate_series(1, 6) s,
    lateral (select ((m.n + 17) % :articles + 1) || '-CT/TU' as cited) c)
    as t (article_id, first_revision, content_hash, eid, level, kind, number, marker, heading, paragraphs, citations);
update revision r set section_ids = s.ids
from (select article_id, array_agg(id order by eid) as ids from section group by article_id) s where s.article_id = r.article_id;
update article a set state = 'published', live_revision_id = r.id, category_id = r.category_id, first_published_at = m.published,
    public_updated_at = m.published, listed = (select row_to_json(l) from (
        select a.id, a.slug, 'published' as state, r.number as revision, m.instant as "revisionPublishedAt", r.language, r.title, r.summary,
            r.byline, m.instant as "firstPublishedAt", m.instant as "publicUpdatedAt", m.instant as "updatedAt",
            (select row_to_json(d) from (select r.directive_type as type, r.directive_number as number, r.directive_issuer as issuer,
                r.directive_issued_on as "issuedOn", r.directive_title as title) d) as directive, r.tags, null as picture) l)
from (select *, to_char(published at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as instant from made) m
join revision r on r.article_id = m.id where a.id = m.id;
select make_shown_texts();
insert into document (article_id, document_key, type_key, issued_on, slug, title)
select m.id, upper(m.number), 'chỉ thị', m.issued_on, m.slug, r.directive_title from made m join revision r on r.article_id = m.id;
insert into citing_place (document_key, published_at, article_id, section_id, place, type_key, bytes)
select s.citations -> 0 ->> 'documentKey', m.published, m.id, s.id, 0, 'chỉ thị', 300
from made m join section s on s.article_id = m.id where s.citations is not null;
insert into public_count (field, value, change) select field, value, count(*) from public_count_entry group by field, value;
insert into article_filter (field, value, first_published_at, article_id) select field, value, first_published_at, article_id from article_filter_entry;
-- Of the body and not of the sections, which takes minutes.
insert into article_words (article_id, head, text)
select a.id, replace(folded(r.title || ' ' || r.directive_number), ' ', E'\n'),
    (select string_agg(distinct word, E'\n') from unnest(string_to_array(folded(regexp_replace(r.body, '<[^>]*>', ' ', 'g')), ' ')) word)
from article a join revision r on r.id = a.live_revision_id;
-- In force 45 days after the issue; every second one, and section 2 of each, ends.
insert into force (article_id, keys, known_until, issued_on) select id, array[upper(number)], '2026-07-01', issued_on from made;
insert into force_period (article_id, eid, from_day, before_day, status, effects, since, until, shown)
select *, shown_status(status, since, until, '2026-07-01', effects) from (select id, eid, from_day, before_day, status, case when from_day = '-infinity' then '{}'::uuid[] else array[md5(n || eid || status)::uuid] end as effects,
    nullif(from_day, '-infinity') as since, nullif(before_day, 'infinity') - 1 as until
from made, lateral (values ('', case when n % 2 = 0 then issued_on + 2000 else 'infinity'::date end), ('sec_2', issued_on + 300)) place (eid, ends),
    lateral (values ('-infinity'::date, issued_on + 45, 'not-yet'), (issued_on + 45, ends, 'in-force'), (ends, 'infinity', 'ended'))
        period (from_day, before_day, status)
where from_day < 'infinity') said;
insert into in_force_range (value, published_at, issued_on, article_id) select value, published_at, issued_on, article_id from in_force_range_entry;
insert into public_count (field, value, change) select 'inForceOn', value, count(*) from in_force_range group by value;
update force f set shown = s.shown, shown_sections = s.sections, shown_from = s.from_day, shown_before = s.before_day, section_bytes = 200,
    year = extract(year from m.issued_on), in_force_from = m.issued_on + 45
from made m, lateral shown_on(m.id, current_date) s where f.article_id = m.id;
insert into article_rank (article_id, views) select id, 0 from article;
\ir sizes.sql
commit;
