-- Exports: everything that is not a secret, as files of lines. An uploaded one is the export of another Loa.
create table export_job (
    id               uuid        primary key,
    kind             text        not null check (kind in ('full', 'public', 'uploaded')),
    state            text        not null check (state in ('receiving', 'waiting', 'writing', 'importing', 'done', 'failed')),
    -- whether its parts are written compressed
    compressed       boolean     not null,
    -- an actor, as in audit
    created_by       text        not null,
    created_at       timestamptz not null,
    started_at       timestamptz,
    ended_at         timestamptz,
    -- when it is deleted
    expires_at       timestamptz,
    -- when the snapshot was taken, and for how long its transaction has been kept open
    snapshot_at      timestamptz,
    snapshot_seconds bigint,
    -- kinds of lines that are done, of all
    kinds_done       integer     not null default 0,
    kinds            integer     not null default 0,
    lines            bigint      not null default 0,
    bytes            bigint      not null default 0,
    -- why it failed
    fault            text
);

create index export_job_open on export_job (id) where state in ('waiting', 'writing', 'importing');

create table export_part (
    export_id uuid    not null references export_job on delete cascade,
    number    integer not null check (number > 0),
    size      bigint  not null,
    lines     bigint,
    sha256    bytea   not null,
    primary key (export_id, number)
);

-- The bytes of a part, in pieces of 256 kB. The part has its row when its last piece is there.
create table export_piece (
    export_id uuid    not null references export_job on delete cascade,
    part      integer not null,
    number    integer not null,
    content   bytea   not null,
    primary key (export_id, part, number)
);
-- Parts are compressed already.
alter table export_piece alter column content set storage external;
