-- Counting by group commit, on any number of instances. Counters touch no other feature's rows: a foreign key made the
-- first view of an article in an hour wait for the transaction that was saving or publishing that article, and with it all
-- hits of its batch. Articles that were ever public are never deleted; what was imported for one that was not is deleted
-- with it by vn.loa.visitor.

-- Counts that are kept. They hold no visitor, only sums. Each instance adds to a slot of its own, so that none waits for
-- another; readers take the sum. site_day and article_day have what came from elsewhere, and the days whose hours are no
-- longer kept apart.
create table site_hour (
    hour     timestamptz not null,
    slot     smallint    not null,
    -- in the site's zone
    day      date        not null,
    visits   bigint      not null,
    visitors bigint      not null,
    hits     bigint      not null,
    views    bigint      not null,
    primary key (hour, slot)
) with (fillfactor = 50);
create index site_hour_day on site_hour (day);

create table site_day (
    day      date primary key,
    visits   bigint not null,
    visitors bigint not null,
    hits     bigint not null,
    views    bigint not null
);

create table article_hour (
    article_id uuid        not null,
    hour       timestamptz not null,
    slot       smallint    not null,
    day        date        not null,
    views      bigint      not null,
    primary key (article_id, hour, slot)
) with (fillfactor = 70);
create index article_hour_day on article_hour (day);

create table article_day (
    article_id uuid   not null,
    day        date   not null,
    views      bigint not null,
    primary key (article_id, day)
);
create index article_day_day on article_day (day);

-- Every view of an article, the imported ones included, summed as it is counted: what lists are sorted by. Slot -1 has what
-- came from elsewhere.
create table article_views (
    article_id uuid     not null,
    slot       smallint not null,
    views      bigint   not null,
    primary key (article_id, slot)
) with (fillfactor = 70);

-- Counts imported from an earlier system.
-- The sum of an article's article_views, some seconds old at most, by which lists are ordered. Every public article has a row.
create table article_rank (
    article_id uuid primary key,
    views      bigint not null
);
create index article_rank_views on article_rank (views desc, article_id desc);

create table site_base (
    only_row boolean primary key default true check (only_row),
    total    bigint not null check (total >= 0)
);

create table article_base (
    article_id uuid primary key,
    views      bigint not null check (views >= 0)
);

-- Visitors of the present day, as hashes under the day's random key. Unlogged: never in the write-ahead log, a base backup
-- or a replica, and emptied by a crash of the server. Each table has two halves, for the days with an odd and with an even
-- number, so that what belonged to a day is destroyed by truncating: deleted rows would stay in the file for a while. Each
-- half has an index of its own, so that a batch of hits can name the half that it is for.
create table visitor_key (
    odd boolean not null,
    day date    not null,
    key bytea   not null,
    primary key (odd, day)
) partition by list (odd);
create unlogged table visitor_key_even partition of visitor_key for values in (false);
create unlogged table visitor_key_odd partition of visitor_key for values in (true);

-- When each day's key was destroyed. It is in the log and in every backup, and says nothing of anybody.
create table visitor_key_end (
    day          date primary key,
    -- null while the key is kept
    destroyed_at timestamptz
);

-- One row for each visitor of a day. 64 bits of a hash are enough to tell visitors apart.
create table visitor_state (
    odd         boolean not null,
    visitor     bigint  not null,
    -- in seconds, as everywhere here; an instance writes a visitor's last hit within two minutes
    last_seen   bigint  not null,
    -- changes once a minute, so that most hits change no index
    last_minute bigint  not null generated always as (last_seen / 60) stored,
    -- whether the visitor has gone on into the next day, under that day's hash
    moved       boolean not null,
    -- what the last hit was: the upsert's answer to the statement around it
    new_visitor boolean not null,
    new_visit   boolean not null
) partition by list (odd);
create unlogged table visitor_state_even partition of visitor_state for values in (false) with (fillfactor = 80);
create unlogged table visitor_state_odd partition of visitor_state for values in (true) with (fillfactor = 80);
create unique index visitor_state_even_visitor on visitor_state_even (visitor);
create unique index visitor_state_odd_visitor on visitor_state_odd (visitor);
create index visitor_state_last_minute on visitor_state (last_minute);

-- One row for each visitor and article of a day, under a hash that does not lead back to the visitor's own. Neither
-- does the time: each row's is shifted by a secret of its own, which the same visitor, article and key give again.
create table view_state (
    odd      boolean not null,
    view     bigint  not null,
    counted  bigint  not null,
    new_view boolean not null
) partition by list (odd);
create unlogged table view_state_even partition of view_state for values in (false) with (fillfactor = 90);
create unlogged table view_state_odd partition of view_state for values in (true) with (fillfactor = 90);
create unique index view_state_even_view on view_state_even (view);
create unique index view_state_odd_view on view_state_odd (view);

-- ANALYZE writes what it finds in a column into a catalogue that is logged: it must not look into these columns.
do $$
declare kept record;
begin
    for kept in select a.attrelid::regclass as relation, a.attname
                from pg_attribute a
                where a.attrelid in ('visitor_key'::regclass, 'visitor_key_even'::regclass, 'visitor_key_odd'::regclass,
                        'visitor_state'::regclass, 'visitor_state_even'::regclass, 'visitor_state_odd'::regclass,
                        'view_state'::regclass, 'view_state_even'::regclass, 'view_state_odd'::regclass)
                    and a.attnum > 0 and not a.attisdropped
    loop
        execute format('alter table %s alter column %I set statistics 0', kept.relation, kept.attname);
    end loop;
end $$;

-- Which hits have been stored, for clients that ask twice: a hash of what they made up, and nothing of who they are.
create table stored_hit (
    id  uuid primary key,
    day date not null
);
create index stored_hit_day on stored_hit (day);

-- Hits that were not counted, and why.
create table dropped_hit (
    day     date   not null,
    reason  text   not null,
    refused bigint not null,
    primary key (day, reason)
);
