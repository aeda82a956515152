-- What the public may read: published articles, and withdrawn ones with their notice. This is the one place that says so;
-- partial indexes repeat the condition, because an index cannot be made of a view. PostgreSQL puts the view's condition
-- into the query, so that those indexes answer it.
create view public_article as
select id, slug, state, live_revision_id, first_published_at, public_updated_at, updated_at, withdrawal_explanation,
       withdrawn_at
from article
where state in ('published', 'withdrawn');

-- How often each article was read, for the list of articles.
create view article_views_total as
select article_id, sum(views)::bigint as views from article_views group by article_id;

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

create or replace view public_reference as
select d.article_id as cited_id, a.id as citing_id, a.first_published_at as citing_published_at, c.revision_id, c.position,
       c.pinpoints
from public_directive d
join citation c on c.number_key = d.number_key
    and (c.type is null or lower(c.type) = lower(d.type))
    and (c.issued_on is null or d.issued_on is null or c.issued_on = d.issued_on)
join public_article a on a.live_revision_id = c.revision_id
where c.role <> 'subject';

-- A section, the citations in it with their targets as JSON (null for none), and how many bytes both take in an answer:
-- the same estimate as vn.loa.directive.TextSize.
create view section_with_citations as
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

-- Makes the entries of an article true: none unless the public can read it. Of each text the first 60,000 characters
-- are searched: a tsvector holds one megabyte.
create or replace function search_refresh(changed uuid) returns void language plpgsql as $$
begin
    delete from search_entry where article_id = changed;
    insert into search_entry (id, article_id, revision_id, position, published_at, type, issuer, year, tags, text, words)
        overriding system value
    with public as (
        select a.first_published_at, r.*
        from public_article a join revision r on r.id = a.live_revision_id
        where a.id = changed
    ), narrowing as (
        select concat_ws(' ', '''type:' || directive_type_fold || '''', '''issuer:' || directive_issuer_fold || '''',
            '''year:' || directive_year || '''',
            (select string_agg('''tag:' || folded(tag) || '''', ' ') from unnest(tags) tag)) as lexemes,
            replace(search_folded(directive_number_key), ' ', '-') as number
        from public
    ), entry as (
        select null::integer as position, '@article' as kind,
            concat_ws(' ', title, directive_type, directive_number_key, directive_title) as title,
            concat_ws(E'\n', directive_issuer, to_char(directive_issued_on, 'DD MM YYYY'), byline,
                array_to_string(tags, E'\n')) as more,
            nullif(concat_ws(E'\n', summary, left(plain_text(left(body, 300000)), 60000)), '') as text
        from public
        union all
        select s.position, '@section', concat_ws(' ', s.marker, s.heading), null,
            (select string_agg(p ->> 'text', E'\n' order by n) from jsonb_array_elements(s.paragraphs) with ordinality as t(p, n))
        from public join section s on s.revision_id = public.id
    ), numbered as (
        select nextval(pg_get_serial_sequence('search_entry', 'id')) as id, entry.*,
            left(concat_ws(E'\n', title, more, text), 60000) as words
        from (select * from entry order by position nulls first) entry
    ), written as materialized (
        select id, position, kind, text, search_folded(words) as words, search_spelled(words) as spelled,
            search_folded(title) as title, search_spelled(title) as title_spelled
        from numbered
    )
    select w.id, p.article_id, p.id, w.position, p.first_published_at, p.directive_type, p.directive_issuer,
        p.directive_year, p.tags, case when w.position is null then w.text end,
        concat_ws(' ', search_blocks(w.id), w.kind, f.lexemes,
            search_lexemes('', w.words, true), search_pairs(w.words), search_lexemes('=', w.spelled, false),
            search_lexemes('^', w.title, false), search_lexemes('^=', w.title_spelled, false),
            case when w.position is null then search_beginnings(w.title) end,
            case when w.position is null then '#' else '~' end || f.number,
            case when w.position is null then '#' else '~' end || split_part(f.number, '-', 1))::tsvector
    from written w, public p, narrowing f;
end $$;
