-- The register: every directive that the public can read here, and the article that carries it.
create or replace view public_directive as
select a.id as article_id, a.slug, r.directive_type as type, r.directive_number as number,
       r.directive_number_key as number_key, r.directive_issuer as issuer, r.directive_issued_on as issued_on,
       coalesce(r.directive_title, r.title) as title,
       r.id as revision_id, a.state, r.title as article_title, r.directive_number_fold as number_fold,
       r.directive_type_fold as type_fold, r.directive_issuer_fold as issuer_fold, r.directive_year as year,
       r.directive_words as words, r.section_ids, r.cites, a.category_id
from public_article a
join revision r on r.id = a.live_revision_id
where r.number is not null and (r.directive_type is not null or r.directive_number_key is not null);

-- Whether what a text names is a document: one of the same number, or the same name of a law; the type must agree where the text
-- names one (1120-QĐ/TU is a Quy định, not a Quyết định), and so must the date, because numbers start again: Party numbers each
-- term, administrative ones each year. The planner puts this into the query, so that the indexes of either key answer it.
create or replace function names_document(named_key text, named_type text, named_date date, key text, type text, issued_on date)
returns boolean language sql immutable parallel safe as $$
    select named_key = key and (named_type is null or named_type = type)
        and (named_date is null or issued_on is null or named_date = issued_on)
$$;

-- Whether a text of a day names a document: one that was issued later has the number anew, unless the text gives its date.
create or replace function names_document_on(named_key text, named_type text, named_date date, day date, key text, type text,
    issued_on date)
returns boolean language sql immutable parallel safe as $$
    select names_document(named_key, named_type, named_date, key, type, issued_on)
        and (named_date is not null or day is null or issued_on is null or issued_on <= day)
$$;

-- Whether documents of different days, which are different ones, have the name, so that a text of a day that gives no date does not
-- say which it means. The first and the last of these days stand at two ends of a range of the index document_of_key: hence that
-- order, and the last condition, which says nothing new of days that are known.
create or replace function names_several(named_key text, named_type text, day date) returns boolean
language sql stable parallel safe as $$
    select coalesce(
        (select d.issued_on from document d
         where names_document_on(named_key, named_type, null, day, d.document_key, d.type_key, d.issued_on)
           and d.issued_on <= coalesce(day, 'infinity')
         order by d.issued_on nulls first limit 1)
        < (select d.issued_on from document d
           where names_document_on(named_key, named_type, null, day, d.document_key, d.type_key, d.issued_on)
             and d.issued_on <= coalesce(day, 'infinity')
           order by d.issued_on desc nulls last limit 1), false)
$$;

-- Which public text names which directive of the register, where. A mere name means no law that is later than the text.
create or replace view public_reference as
select d.article_id as cited_id, p.article_id as citing_id, p.published_at as citing_published_at, p.section_id, p.place,
       p.document_key, p.type_key, p.issued_on, p.not_after, p.pinpoints, p.bytes
from document d
join citing_place p on names_document(p.document_key, p.type_key, p.issued_on, d.document_key, d.type_key, d.issued_on)
    and (p.not_after is null or d.issued_on is null or d.issued_on <= p.not_after);

-- The sections of a revision, with their positions in document order from 1.
create or replace view revision_section as
select r.id as revision_id, p.position, s.*
from revision r
cross join lateral unnest(r.section_ids) with ordinality p (section_id, position)
join section s on s.id = p.section_id;

-- What a revision's text cites outside the sections.
create or replace view revision_citations as
select id as revision_id, citations from revision;

-- Each citation of a revision. In the order of the text by position, which is that of its section, and place.
create or replace view revision_citation as
select r.id as revision_id, case when coalesce(c.citation ->> 'behind', '') = 'true' then 9223372036854775807 else 0 end as position,
       c.place, c.citation
from revision r
cross join lateral json_array_elements(r.citations) with ordinality c (citation, place)
union all
select s.revision_id, s.position, c.place, c.citation
from revision_section s
cross join lateral json_array_elements(s.citations) with ordinality c (citation, place);

-- The paragraphs of a section as JSON, with those of its notes: the words by which a search finds it.
create or replace function section_words(paragraphs json, notes json) returns text language sql immutable as $$
    select case when notes is null then paragraphs::text else (
        select json_agg(paragraph)::text from (
            select own.paragraph from json_array_elements(paragraphs) own (paragraph)
            union all
            select said.paragraph from json_array_elements(notes) note (note),
                json_array_elements(note.note -> 'paragraphs') said (paragraph)) words) end
$$;
