-- What the public saw happen, numbered without gaps in the order of the commits. Written by vn.loa.changes.ChangeLog.
create table change (
    number      bigint primary key,
    kind        text        not null check (kind in ('published', 'updated', 'withdrawn', 'removed', 'created',
        'status-changed', 'effects-changed')),
    -- Of an article or of a category. No foreign keys: what happened is told whatever becomes of them.
    article_id  uuid,
    category_id uuid,
    slug        text        not null,
    -- of an article
    revision    integer,
    -- of a category
    title       text,
    at          timestamptz not null,
    -- of a withdrawal or a removal
    explanation text,
    redirect_to uuid,
    -- by the database's clock and never before the change with the number before: for the time that it is kept
    recorded_at timestamptz not null,
    -- The numbers that the article's directive had before the change and has after it: whatever cites them is answered
    -- differently now, and caches outside are told so.
    numbers     text[]      not null default '{}',
    -- of a category that was deleted: the slug of the one to which its articles went
    moved_to    text,
    check ((article_id is null) = (category_id is not null)),
    check ((article_id is null) = (revision is null)),
    check ((category_id is null) = (title is null))
);

-- Where the log stands: one row. A transaction that adds a change locks it until the commit, so that the next number is
-- given only when the one before it can be seen.
create table change_log (
    only_row   boolean primary key default true check (only_row),
    last       bigint      not null,
    -- changes up to this number are kept no longer
    deleted_to bigint      not null,
    changed_at timestamptz not null,
    -- Of what the public reads: another one after every change, and the same one only while nothing has changed, also after
    -- a failover or a restore. Written under the lock of the log, so that whoever sees a stamp sees every change that was
    -- committed before it. Its notification has it as payload: see vn.loa.cache.OtherInstances.
    stamp      uuid        not null
);

insert into change_log (last, deleted_to, changed_at, stamp) values (0, 0, now(), gen_random_uuid());
