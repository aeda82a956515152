-- Which parts of the named document a citation means: [{"article": "5", "clause": "2", "point": "a", "eId": "…"}, …].
-- Null where it names none, and in texts that were stored before pinpoints were read.
alter table citation add column pinpoints jsonb;

-- From a document to the places that name it.
create index citation_of_number on citation (number_key, revision_id) where number_key is not null;
drop index citation_number;

-- Lower case, without accents, đ as d, words divided by one space: "22-CT/TU" is "22 ct tu". The same in every locale:
-- Vietnamese letters without their marks are ASCII.
create function folded(words text) returns text language sql immutable strict parallel safe
    return trim(regexp_replace(
        lower(translate(regexp_replace(normalize(words, NFD), '[\u0300-\u036f]', '', 'g'), 'Đđ', 'dd')),
        '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f]+', ' ', 'g'));

-- What the register is searched by; kept by the database, so that it is always true of its row.
alter table revision
    add column directive_number_fold text generated always as (folded(directive_number_key)) stored,
    add column directive_type_fold   text generated always as (folded(directive_type)) stored,
    add column directive_issuer_fold text generated always as (folded(directive_issuer)) stored,
    -- of the date of issue; without one, the year inside the number
    add column directive_year        integer generated always as (coalesce(
        extract(year from directive_issued_on)::integer,
        (regexp_match(directive_number_key, '^[^/]+/((?:19|20)[0-9]{2})/'))[1]::integer)) stored,
    add column directive_words       tsvector generated always as (
        case when directive_type is not null or directive_number_key is not null then
            to_tsvector('simple', folded(coalesce(directive_type, '') || ' '
                || coalesce(directive_number_key, '') || ' ' || coalesce(directive_issuer, '') || ' ' || coalesce(directive_title, title))) end) stored;

create index revision_directive_number_fold on revision (directive_number_fold text_pattern_ops)
    where number is not null;
create index revision_directive_type on revision (directive_type_fold, directive_issued_on) where number is not null;
create index revision_directive_issuer on revision (directive_issuer_fold) where number is not null;
create index revision_directive_year on revision (directive_year) where number is not null;
create index revision_directive_issued_on on revision (directive_issued_on desc nulls last, article_id desc)
    where number is not null;
create index revision_directive_words on revision using gin (directive_words) where number is not null;

-- The register: every directive that the public can read here, and the article that carries it.
create or replace view public_directive as
select a.id as article_id, a.slug, r.directive_type as type, r.directive_number as number,
       r.directive_number_key as number_key, r.directive_issuer as issuer, r.directive_issued_on as issued_on,
       coalesce(r.directive_title, r.title) as title,
       r.id as revision_id, a.state, r.title as article_title, r.directive_number_fold as number_fold,
       r.directive_type_fold as type_fold, r.directive_issuer_fold as issuer_fold, r.directive_year as year,
       r.directive_words as words
from article a
join revision r on r.id = a.live_revision_id
where a.state in ('published', 'withdrawn') and r.number is not null
  and (r.directive_type is not null or r.directive_number_key is not null);

-- Which public text names which directive of the register, where: the rule of CitationRepository, read from the other
-- end. A text that presents its own directive does not cite it.
create view public_reference as
select d.article_id as cited_id, a.id as citing_id, a.first_published_at as citing_published_at, c.revision_id, c.position,
       c.pinpoints
from public_directive d
join citation c on c.number_key = d.number_key
    and (c.type is null or lower(c.type) = lower(d.type))
    and (c.issued_on is null or d.issued_on is null or c.issued_on = d.issued_on)
join article a on a.live_revision_id = c.revision_id and a.state in ('published', 'withdrawn')
where c.role <> 'subject';
