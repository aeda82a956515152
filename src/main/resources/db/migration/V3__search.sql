-- The search index: an entry for each public article and one for each of its sections (several for very long texts). The
-- entries are made by vn.loa.search.index.Lexemes, which explains the lexemes.

-- The lexemes of an entry, a line each. The index is made of this: a stored tsvector would take twice the place.
create function search_lexemes(words text) returns tsvector language sql immutable strict parallel safe
    return array_to_tsvector(string_to_array(words, E'\n'));

-- Entries are filled into blocks of four sizes, in the order in which they were made. Many matches are looked for in the
-- newest blocks first, small ones before large ones, so that an answer need not see all of them.
create function search_blocks(entry bigint) returns text language sql immutable strict parallel safe
    return E'\n@a' || entry / 1024 || E'\n@b' || entry / 4096 || E'\n@c' || entry / 32768 || E'\n@d' || entry / 262144;

-- A table of entries without its index of words. There are two of them while the index is built anew.
create function create_search_entries(name text) returns void language plpgsql as $$
begin
    execute format($sql$
        create table %I (
            id           bigint generated always as identity primary key,
            article_id   uuid        not null,
            -- null for the article itself
            section_id   bigint,
            -- zero, or which of several entries of one long text, from one on
            part         integer     not null,
            -- of what the entry is made of, besides its section, which never changes: an entry stays while this stays
            digest       uuid        not null,
            -- for ranking: see vn.loa.search.WordRank
            length       integer     not null,
            published_at timestamptz not null,
            -- what results are counted by: see vn.loa.search.index.EntryText.Labels
            labels       text        not null,
            words        text        not null
        )$sql$, name);
    execute format('create index %I on %I (article_id)', name || '_article', name);
    -- The planner learns nothing of them, and looking at them takes longer than inserting them.
    execute format('alter table %I alter words set statistics 0, alter digest set statistics 0', name);
end $$;

-- New entries wait in the index's list of pending entries, because adding them one by one takes ten times as long. Loa
-- empties the list within a second (SearchIndex), since every search has to read it.
create function create_search_words(name text) returns void language plpgsql as $$
begin
    execute format('create index %I on %I using gin (search_lexemes(words)) with (fastupdate = on)', name || '_words', name);
    execute format('alter index %I alter 1 set statistics 0', name || '_words');
end $$;

select create_search_entries('search_entry');
select create_search_words('search_entry');

-- The state of the index, in one row.
create table search_index (
    -- of the entries: see vn.loa.search.index.Lexemes. Zero asks for all entries to be made anew.
    grammar        integer not null,
    -- While entries are made anew, in search_entry_next: by which grammar, and the last article that has them. Articles are
    -- taken in the order of their first publication.
    next_grammar   integer,
    reached_at     timestamptz,
    reached_id     uuid,
    -- whether all articles have been taken, and only those of search_change are left
    complete       boolean not null default false
);

insert into search_index (grammar) values (1);

-- The articles whose text changed while the index is built anew.
create table search_change (
    id         bigint generated always as identity primary key,
    article_id uuid not null
);
