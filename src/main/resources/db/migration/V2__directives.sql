-- The directive that a revision carries: its sections, and what its text cites.

-- The numbered parts of the directive, in document order.
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

-- Where a revision's text names a document. Which articles that leads to is worked out when it is read: see
-- citation_with_targets.
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
    -- Which parts of the named document a citation means: [{"article": "5", "clause": "2", "point": "a", "eId": "…"}, …].
    -- Null where it names none.
    pinpoints     jsonb,
    primary key (revision_id, position)
);

-- From a document to the places that name it.
create index citation_of_number on citation (number_key, revision_id) where number_key is not null;
create index citation_section on citation (revision_id, section_eid);
