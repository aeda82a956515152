-- The numbered parts of the directive that a revision carries, in document order.
create table section (
    revision_id bigint   not null references revision on delete cascade,
    position    integer  not null,
    eid         text     not null,
    parent_eid  text,
    level       smallint not null check (level > 0),
    kind        text     not null,
    number      text     not null,
    marker      text     not null,
    heading     text,
    -- [{"eId": "sec_3__p_1", "text": "…"}, …]
    paragraphs  jsonb    not null,
    primary key (revision_id, position),
    unique (revision_id, eid)
);

-- Where a revision's text names a document. What it names is worked out when it is read: see public_directive.
create table citation (
    revision_id   bigint  not null references revision on delete cascade,
    position      integer not null,
    -- null where the paragraph stands outside the sections
    section_eid   text,
    paragraph_eid text    not null,
    -- UTF-16 code units into the paragraph's text
    start_offset  integer not null check (start_offset >= 0),
    end_offset    integer not null check (end_offset > start_offset),
    raw           text    not null,
    role          text    not null check (role in ('subject', 'reference', 'unnumbered')),
    type          text,
    number        text,
    number_key    text,
    issued_on     date,
    issuer        text,
    title         text,
    primary key (revision_id, position)
);

create index citation_number on citation (number_key) where number_key is not null;

-- The register: every directive that the public can read here, and the article that carries it.
create view public_directive as
select a.id as article_id, a.slug, r.directive_type as type, r.directive_number as number,
       r.directive_number_key as number_key, r.directive_issuer as issuer, r.directive_issued_on as issued_on,
       coalesce(r.directive_title, r.title) as title
from article a
join revision r on r.id = a.live_revision_id
where a.state in ('published', 'withdrawn') and r.directive_number_key is not null;
