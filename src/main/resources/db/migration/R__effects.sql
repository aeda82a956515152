-- A status as JSON, as it is shown, with the first fifty events that say so: an amended code has hundreds. The events of an article
-- have an address of their own, with pages.
create or replace function shown_status(status text, since date, until date, known_until date, effects uuid[]) returns json
language sql stable parallel safe as $$
    select row_to_json(s) from (select status, since, until, case when status <> 'unknown' then known_until end as "knownUntil",
        effects[1:50] as effects) s
$$;

-- The statuses of public documents and of their sections: see force_period. A section without rows has the status of its
-- document, whose eid is ''.
create or replace view section_status as
select article_id, eid, from_day, before_day, status, effects, since, until, shown from force_period;

-- The status of a document as it is shown on the days from shown_from on and before shown_before, which are those around the
-- present one: see force. On other days, section_status has it.
create or replace view shown_force as
select article_id, shown, shown_from, shown_before, section_bytes, shown_sections from force;

-- What is shown of a document on a day, and of those of its sections that have another status: see force.shown_sections. Both hold
-- from from_day on and before before_day.
create or replace function shown_on(article uuid, day date)
returns table (shown json, sections text, from_day date, before_day date) language sql stable parallel safe as $$
    select d.shown, s.sections, greatest(d.from_day, s.from_day), least(d.before_day, s.before_day)
    from force_period d
    cross join lateral (
        select string_agg(p.eid || E'\n' || p.shown::text, E'\n' order by p.eid) filter (where p.shown::text <> d.shown::text) as sections,
            max(p.from_day) as from_day, min(p.before_day) as before_day
        from force_period p
        where p.article_id = d.article_id and p.eid <> '' and p.from_day <= $2 and p.before_day > $2) s
    where d.article_id = $1 and d.eid = '' and d.from_day <= $2 and d.before_day > $2
$$;

-- The status of a section on a day; that of its document where the section has no rows of its own, and for null. Of the two parts of the
-- union the first one is read first. A planner that does not know the section reads all sections of a law for "eid in ('', section)".
-- PostgreSQL puts the text of the function into a statement only if no argument is a subquery, or becomes one: statements give it columns
-- of a subquery with "offset 0", which stays one.
create or replace function status_on(article uuid, section text, day date)
returns table (status text, shown json) language sql stable parallel safe as $$
    select s.status, s.shown
    from ((select p.status, p.shown from force_period p
            where p.article_id = $1 and p.eid = $2 and p.from_day <= $3 and p.before_day > $3 order by p.from_day desc limit 1)
        union all
        (select p.status, p.shown from force_period p
            where p.article_id = $1 and p.eid = '' and p.from_day <= $3 and p.before_day > $3 order by p.from_day desc limit 1)) s
    limit 1
$$;

-- When a document, or a part of it, is in force.
create or replace view in_force_period as
select article_id, from_day, before_day from force_period where eid = '' and status in ('in-force', 'partly');

-- The rows of in_force_range that the document of each article has. An amended law has a period for each amendment: those that follow
-- each other are one. Whoever changes this view or day_ranges makes the table and its numbers in public_count anew.
create or replace view in_force_range_entry as
select r.value, a.first_published_at as published_at, f.issued_on, p.article_id
from (select article_id, unnest(range_agg(daterange(from_day, before_day))) as days from in_force_period group by article_id) p
join force f on f.article_id = p.article_id
join article a on a.id = p.article_id
cross join lateral day_ranges(lower(p.days), upper(p.days)) r;

-- What is in force on the days of a range, in the form of article_filter.
create or replace view in_force_filter as
select 'inForceOn'::text as field, value, published_at, issued_on, article_id from in_force_range;

-- The first day on which a document or a part of it is in force, by the year and the month by which searches find it.
create or replace view force_begin as
select year, in_force_from, month from force where in_force_from is not null;

-- The events of public articles that touch the document of a public article, which is touched_id: those that a text or an
-- editor says of the article's own document; those that name it; and both of the document of which it is an official consolidated
-- text. What does it cannot name a later document by a number alone: numbers start again.
create or replace view effect_touching as
select t.touched_id, e.*
from (
    select f.article_id as touched_id, e.id
    from force f
    join effect e on e.article_id = f.article_id and e.target is null
    union
    select d.article_id, e.id
    from document d
    join effect e on names_document_on(e.target_key, e.target_type_key, e.target_issued_on, coalesce(e.acting_issued_on, e.read_in),
        d.document_key, d.type_key, d.issued_on)
    union
    select f.article_id, e.id
    from force f
    join effect e on names_document_on(e.target_key, e.target_type_key, e.target_issued_on, coalesce(e.acting_issued_on, e.read_in),
        f.consolidates_key, coalesce(f.consolidates_type_key, e.target_type_key), f.consolidates_issued_on)
    union
    select f.article_id, e.id
    from force f
    join document d on names_document_on(f.consolidates_key, f.consolidates_type_key, f.consolidates_issued_on, f.issued_on,
        d.document_key, d.type_key, d.issued_on)
    join effect e on e.article_id = d.article_id and e.target is null) t
join effect e on e.id = t.id
join public_article a on a.id = e.article_id;

-- Whether what editors say at an article ($1) of its own document counts for the document of another one ($2): where effect_touching
-- finds it. A function, because it is asked of the few events that are corrected alone.
create or replace function says_of(article uuid, touched uuid) returns boolean
language sql stable parallel safe as $$
    select exists (select from public_article a where a.id = $1) and ($1 = $2 or exists (
        select from force f
        join document d on names_document_on(f.consolidates_key, f.consolidates_type_key, f.consolidates_issued_on, f.issued_on,
            d.document_key, d.type_key, d.issued_on)
        where f.article_id = $2 and d.article_id = $1))
$$;

-- Whether a correction at an article ($1) cancels an event ($2) for the document of another article ($3): where it counts itself, and
-- where the event may mean one of several documents of a number. An editor who corrects it at one of these says that it does not mean
-- the others. It says nothing of other articles with the same document, for which no day is known as before.
create or replace function cancels(article uuid, event uuid, touched uuid) returns boolean
language sql stable parallel safe as $$
    select says_of($1, $3) or exists (
        select from effect e
        join document d on d.article_id = $1 and names_document_on(e.target_key, e.target_type_key, null,
            coalesce(e.acting_issued_on, e.read_in), d.document_key, d.type_key, d.issued_on)
        join (select t.document_key as key, t.issued_on from document t where t.article_id = $3
              union all
              select f.consolidates_key, f.consolidates_issued_on from force f where f.article_id = $3) o
            on o.key = d.document_key and o.issued_on <> d.issued_on
        where e.id = $2 and e.target_issued_on is null
          and names_several(e.target_key, e.target_type_key, coalesce(e.acting_issued_on, e.read_in)))
$$;

-- The events by which the document of a public article, which is acting_id, touches other documents: those of its own text, and
-- those that other texts say of it, but for older ones, which mean another document of its number.
create or replace view effect_by as
select e.article_id as acting_id, e.*
from effect e
join public_article a on a.id = e.article_id
where e.acting is null and e.target is not null
union all
select d.article_id, e.*
from document d
join effect e on names_document_on(e.acting_key, e.acting_type_key, e.acting_issued_on, case when e.source <> 'editor' then e.read_in end,
    d.document_key, d.type_key, d.issued_on)
join public_article a on a.id = e.article_id;

-- The relations in which the document of a public article, which is acting_id, stands to others: those of its own text, and those that
-- other texts tell of it, but for older ones, as in effect_by.
create or replace view relation_by as
select r.article_id as acting_id, r.*
from relation r
join public_article a on a.id = r.article_id
where r.acting is null
union all
select d.article_id, r.*
from document d
join relation r on names_document_on(r.acting_key, r.acting_type_key, r.acting_issued_on, r.read_in, d.document_key, d.type_key,
    d.issued_on)
join public_article a on a.id = r.article_id;

-- What an event that is the reason for a status says of who did it: the document that its text names as the acting one, or the one
-- that the text itself is, which acting_article carries. named_on is the day of a text that names it. Null is the acting document of
-- an editor's event, and of a document that says of itself when it ends.
create or replace view effect_reason as
select e.id, e.kind, e.acting, e.acting_key, e.acting_type_key, e.acting_issued_on, e.provisions, e.from_day,
       case when e.acting is null and e.target is not null and e.source <> 'editor' then e.article_id end as acting_article,
       case when e.source <> 'editor' then e.read_in end as named_on
from effect e;

-- Who did what an event says: the document that its text names as the acting one, or the one that the text itself is. An event that
-- a document says of itself, and one of an editor who names no document, is its own.
create or replace view force_reason as
select e.id, e.kind, e.provisions, e.acting is null and r.id is null as own,
       coalesce(e.acting ->> 'type', r.directive_type) as type, coalesce(e.acting ->> 'number', r.directive_number) as number,
       coalesce(e.acting ->> 'title', r.directive_title) as title
from effect e
left join article a on e.acting is null and e.target is not null and e.source <> 'editor' and a.id = e.article_id
left join revision r on r.id = a.live_revision_id;

-- When a section is in force while its document may not be.
create or replace view in_force_section as
select article_id, from_day, before_day from force_period where eid <> '' and status in ('in-force', 'partly');

-- The statuses of a document or of a section on all days, as a text: each behind the epoch day on which it begins. A row that goes on
-- with the status of the row before, for other reasons, has an earlier day in since.
create or replace view force_statuses as
select article_id, eid, string_agg(case when isfinite(from_day) then from_day - date '1970-01-01' else -2147483648 end || ' ' || status, ','
    order by from_day) as statuses
from force_period where from_day = coalesce(since, '-infinity') group by article_id, eid;
