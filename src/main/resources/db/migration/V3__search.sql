-- The search index: an entry for each public article and one for each of its sections. R__search.sql makes the entries, and
-- explains the lexemes in the column words.
create table search_entry (
    id           bigint generated always as identity primary key,
    article_id   uuid        not null references article on delete cascade,
    revision_id  bigint      not null,
    -- of the section; null for the article itself
    position     integer,
    published_at timestamptz not null,
    type         text,
    issuer       text,
    year         integer,
    tags         text[]      not null,
    -- of an article: its summary and body, for snippets
    text         text,
    words        tsvector    not null
);

create index search_entry_article on search_entry (article_id);
-- Without a list of pending entries, which every search would have to read.
create index search_entry_words on search_entry using gin (words) with (fastupdate = off);
