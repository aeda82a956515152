-- Legal effect: what public texts and editors say about the force of documents, and the statuses that follow from it.

-- What a public text, or an editor, says: an event that begins, changes, suspends or ends the force of a document or of a part
-- of it. See vn.loa.text.effect.EffectEvent. The events of a text are written by the step that makes it public, and go with it.
create table effect (
    -- Of an event that was read: made of the article and of what the event says, so that what is read again is the same event.
    id                uuid primary key,
    -- the article whose text says it; of an editor's event, the article whose document it touches
    article_id        uuid    not null references article on delete cascade,
    source            text    not null check (source in ('instruction', 'clause', 'note', 'editor')),
    -- its place among the events of the article, from 1
    place             integer not null,
    kind              text    not null check (kind in ('commence', 'amend', 'insert', 'replace', 'replace-phrase', 'repeal', 'suspend',
                                                       'resume', 'correct')),
    -- The document that it touches, as the text names it: {"type", "number", "issuer", "issuedOn", "title"}; null for the one
    -- that the article carries. The key, the type and the date find it: as in document, and null where nothing can be found.
    target            json,
    target_key        text,
    target_type_key   text,
    target_issued_on  date,
    -- the provision; null for the document as a whole, and for a part that is named in words alone
    eid               text,
    part              text    not null check (part in ('whole', 'heading', 'paragraph', 'phrase', 'content')),
    named             text,
    phrase            text,
    replacement       text,
    -- The document that does it; null for the one that the article carries.
    acting            json,
    acting_key        text,
    acting_type_key   text,
    acting_issued_on  date,
    -- the eIds of the provisions of that document that say so
    provisions        text[]  not null default '{}',
    -- the first and the last day; null where the text does not determine the first, and where no end is known
    from_day          date,
    until_day         date,
    -- the day of the source: what it says is known up to then
    read_in           date,
    -- The words, of many the first 2,000 characters, and where they stand: the eId of a paragraph (or section, for its heading), and
    -- offsets in UTF-16 code units.
    -- An editor may give none.
    quote             text,
    quote_eid         text,
    quote_start       integer,
    quote_end         integer,
    -- of an editor's event: the event that it corrects, which counts no longer
    corrects          uuid,
    check ((quote_eid is null) = (quote_start is null) and (quote_eid is null) = (quote_end is null))
);

-- Those of editors have places of their own, whatever is read anew.
create unique index effect_of_article on effect (article_id, place) where source <> 'editor';
create index effect_article on effect (article_id);
create index effect_corrects on effect (corrects) where corrects is not null;
create index effect_target on effect (target_key) where target_key is not null;
create index effect_acting on effect (acting_key) where acting_key is not null;

-- The events that an editor rejected. They count no longer, also when a later revision says the same again.
create table rejected_effect (
    effect_id  uuid primary key,
    article_id uuid        not null references article on delete cascade,
    at         timestamptz not null,
    -- an actor, as in audit
    actor      text        not null,
    reason     text
);

create index rejected_effect_article on rejected_effect (article_id);

-- What a document is to another one that its text names. See vn.loa.text.effect.Relation.
create table relation (
    id                  bigint generated always as identity unique,
    article_id          uuid    not null references article on delete cascade,
    -- its place among the relations of the text, from 1
    place               integer not null,
    kind                text    not null check (kind in ('basis', 'guides', 'consolidates', 'amends', 'corrects', 'replaces', 'repeals',
                                                         'suspends')),
    -- the document that stands in it, as in effect; null for the one that the article carries. Only notes tell of others.
    acting              json,
    acting_key          text,
    acting_type_key     text,
    acting_issued_on    date,
    -- the other document, as in effect
    document            json    not null,
    document_key        text,
    document_type_key   text,
    document_issued_on  date,
    quote               text,
    quote_eid           text,
    quote_start         integer,
    quote_end           integer,
    primary key (article_id, place)
);

-- In the order of lists: a hundred thousand documents may be based on one law.
create index relation_document on relation (document_key, kind, id) include (document_type_key, document_issued_on)
    where document_key is not null;
create index relation_acting on relation (acting_key) where acting_key is not null;

-- What is known of the force of the document of each public article that carries one.
create table force (
    article_id  uuid primary key references article on delete cascade,
    -- by which texts name the document, as in document
    keys        text[] not null,
    -- the day of the newest source that was read; null when none has a day
    known_until date,
    -- the document of which the article's is an official consolidated text, as in effect; its events count here, too
    consolidates           json,
    consolidates_key       text,
    consolidates_type_key  text,
    consolidates_issued_on date,
    -- When readers last saw it change. A step that they see anyway, as a publish, need not be dated here.
    changed_at  timestamptz,
    issued_on   date,
    -- The status of the document as it is shown on the days from shown_from on and before shown_before: nearly always those around
    -- the present day, so that most reads need nothing else. By default, for no day. See the view shown_force.
    shown        json,
    shown_from   date   not null default 'infinity',
    shown_before date   not null default '-infinity',
    -- the most bytes of JSON that the statuses of its sections take on a day
    section_bytes bigint not null default 0
);

create index force_consolidates on force (consolidates_key) where consolidates_key is not null;
create index force_changed on force (changed_at) where changed_at is not null;

-- The statuses of a document and of its sections, day by day: rows of one eId follow each other without gaps and overlaps, from
-- -infinity to infinity. A section without rows has the status of the document.
create table force_period (
    article_id uuid   not null references force on delete cascade,
    -- of the section; '' for the document
    eid        text   not null,
    -- the first day, and the first day after it
    from_day   date   not null,
    before_day date   not null check (before_day > from_day),
    status     text   not null check (status in ('not-yet', 'in-force', 'partly', 'suspended', 'ended', 'unknown')),
    -- the events that say so, of many the first hundred
    effects    uuid[] not null,
    -- The first and the last day of the status: rows that follow each other may have one status for different reasons. Null where no
    -- other status comes before it, or after it.
    since      date,
    until      date,
    -- when the document was issued, for the indexes below: -infinity when unknown
    issued_on  date   not null default '-infinity',
    primary key (article_id, eid, from_day)
);

-- On which days statuses change.
create index force_period_day on force_period (from_day, article_id) where from_day <> '-infinity';

-- What is in force on a day: documents, and sections.
create index force_period_in_force on force_period (from_day, before_day, article_id) where eid = '' and status in ('in-force', 'partly');
create index force_period_section_in_force on force_period (from_day, before_day, article_id)
    where eid <> '' and status in ('in-force', 'partly');
-- The latest documents that are in force on a day, from the index alone. Few are in force before they are issued: the others need not
-- be looked for among those that were issued later.
create index force_period_issued on force_period (issued_on desc, article_id desc) include (from_day, before_day)
    where eid = '' and status in ('in-force', 'partly');
create index force_period_before_issue on force_period (issued_on desc, article_id desc) include (from_day, before_day)
    where eid = '' and status in ('in-force', 'partly') and from_day < issued_on;

-- Up to which day changes of status that come by the day alone are in the log of changes: one row. Whoever logs some locks it until
-- the commit, so that each is logged once.
create table force_day (
    only_row boolean primary key default true check (only_row),
    -- null before the first start
    done     date,
    -- On the next day with changes, the last article whose change is in the log; null when none is.
    reached  uuid,
    -- in which days are counted, as PostgreSQL calls it: that of the site
    zone     text not null default 'UTC'
);

insert into force_day default values;

-- Which version of the reader has read the public texts: one row. What was published by a greater one is not read again.
create table effect_reading (
    only_row boolean primary key default true check (only_row),
    version  integer not null,
    -- while texts are read again: the last article that was
    reached  uuid
);

insert into effect_reading (version) values (0);
