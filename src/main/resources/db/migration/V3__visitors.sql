-- Counts that are kept. They hold no visitor, only sums.
create table site_day (
    day      date primary key,
    visits   bigint not null,
    visitors bigint not null,
    hits     bigint not null
);

create table article_day (
    article_id uuid   not null references article on delete cascade,
    day        date   not null,
    views      bigint not null,
    primary key (article_id, day)
);

-- Counts taken over from an earlier system.
create table site_base (
    only_row boolean primary key default true check (only_row),
    total    bigint not null check (total >= 0)
);

create table article_base (
    article_id uuid primary key references article on delete cascade,
    views      bigint not null check (views >= 0)
);

-- Who is here today, as hashes under the day's random key. Unlogged: never in the write-ahead log, a base backup or
-- a replica, emptied by a crash of the server, and deleted when the day is over.
create unlogged table visitor_key (
    day date primary key,
    key bytea not null
);

create unlogged table visitor_state (
    day        date        not null,
    visitor    bytea       not null,
    last_seen  timestamptz not null,
    -- whether the last hit began a visit: the upsert's answer to the statement around it
    new_visit  boolean     not null,
    primary key (day, visitor)
);

create index visitor_state_last_seen on visitor_state (last_seen);

-- One row for each visitor and article, under a hash that does not lead back to the visitor's own.
create unlogged table view_state (
    day        date        not null,
    view       bytea       not null,
    counted_at timestamptz not null,
    new_view   boolean     not null,
    primary key (day, view)
);
