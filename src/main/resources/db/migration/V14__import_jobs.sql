-- Import jobs: what was sent, the items that were found in it, and what became of each.
create table import_job (
    id                uuid        primary key,
    state             text        not null check (state in ('receiving', 'running', 'paused', 'done', 'cancelled', 'failed', 'undone')),
    phase             text        not null check (phase in ('upload', 'staging', 'files', 'articles', 'undo', 'end')),
    source_name       text        not null,
    content_type      text        not null,
    publish           boolean     not null,
    dry_run           boolean     not null,
    create_categories boolean     not null,
    -- who made it, as the audit log names callers, and whether that was an admin
    actor             text        not null,
    admin             boolean     not null,
    created_at        timestamptz not null,
    started_at        timestamptz,
    ended_at          timestamptz,
    parts             integer     not null default 0,
    bytes             bigint      not null default 0,
    found             bigint      not null default 0,
    done              bigint      not null default 0,
    created           bigint      not null default 0,
    updated           bigint      not null default 0,
    unchanged         bigint      not null default 0,
    changed_here      bigint      not null default 0,
    skipped           bigint      not null default 0,
    failed            bigint      not null default 0,
    undone            bigint      not null default 0,
    left_alone        bigint      not null default 0,
    -- how many items were done a while ago, for the rate
    rated_at          timestamptz,
    rated             bigint      not null default 0,
    per_minute        bigint      not null default 0,
    -- why it failed
    fault             text,
    -- what readers of articles are told that an undo removes
    explanation       text,
    -- the instance that finds the items, until it says so no more
    finder            uuid,
    finder_until      timestamptz
);

create index import_job_running on import_job (id) where state = 'running';

create table import_part (
    job_id uuid    not null references import_job on delete cascade,
    number integer not null,
    size   bigint  not null,
    sha256 bytea   not null,
    primary key (job_id, number)
);

-- The bytes of a part, of which one piece at a time is read.
create table import_piece (
    job_id  uuid    not null,
    part    integer not null,
    number  integer not null,
    content bytea   not null,
    primary key (job_id, part, number),
    foreign key (job_id, part) references import_part on delete cascade
);
alter table import_piece alter column content set storage external;

create table import_item (
    job_id     uuid     not null references import_job on delete cascade,
    number     bigint   not null,
    -- where it stood: in a line, or in a file of an archive
    line       bigint,
    path       text,
    kind       text     not null check (kind in ('article', 'page', 'file', 'unknown')),
    -- its key; null for what has none, or repeats another's
    source     text,
    address    text,
    media_type text,
    file_name  text,
    -- what was noticed when it was found, in sentences
    notes      text[]   not null default '{}',
    -- null when the item is done
    content    bytea,
    -- the article or the file that it is, or will be
    target     uuid     not null,
    status     text     not null check (status in ('waiting', 'created', 'updated', 'unchanged', 'changed-here', 'skipped', 'failed')),
    -- a problem, and warnings, as the report has them
    problem    json,
    warnings   json,
    -- what an undo needs: whether it was published, and the revision that the public read before
    published  boolean  not null default false,
    former     integer,
    -- the tag of the article afterwards
    tag        text,
    undo       text     check (undo in ('undone', 'left')),
    undo_note  text,
    primary key (job_id, number)
);
alter table import_item alter column content set storage external;

create unique index import_item_source on import_item (job_id, source) where source is not null;
create index import_item_waiting on import_item (job_id, (kind <> 'file'), number) where status = 'waiting';
create index import_item_to_undo on import_item (job_id, (kind <> 'file'), number) where status in ('created', 'updated') and undo is null;

-- Words by which links find an item: its path in an archive, its addresses.
create table import_key (
    job_id uuid   not null references import_job on delete cascade,
    key    text   not null,
    number bigint not null,
    primary key (job_id, key)
);

-- What was imported under which key. The article or file is null when it was deleted here since.
create table import_source (
    source_name text        not null,
    source      text        not null,
    article_id  uuid        references article on delete set null,
    media_id    uuid        references media on delete set null,
    -- of the content that was imported last; null when that was undone
    sha256      bytea,
    -- of the article after the import
    tag         text,
    imported_at timestamptz not null,
    primary key (source_name, source)
);

create index import_source_article on import_source (article_id) where article_id is not null;
create index import_source_media on import_source (media_id) where media_id is not null;
