-- What the public saw happen, numbered without gaps in the order of the commits.
create table change (
    number      bigint primary key,
    kind        text        not null check (kind in ('published', 'updated', 'withdrawn', 'removed')),
    -- no foreign key: what happened is told whatever becomes of the article
    article_id  uuid        not null,
    slug        text        not null,
    revision    integer     not null,
    at          timestamptz not null,
    -- of a withdrawal or a removal
    explanation text,
    redirect_to uuid,
    -- by the database's clock and never before the change with the number before: for the time that it is kept
    recorded_at timestamptz not null
);

-- Where the log stands. Whoever adds a change has locked this row until the commit, so that the next number is given
-- only when the one before it can be seen.
create table change_log (
    only_row   boolean primary key default true check (only_row),
    last       bigint      not null,
    -- changes up to this number are kept no longer
    deleted_to bigint      not null,
    changed_at timestamptz not null
);

-- Articles that the public knows already. What happened to them before is not known.
insert into change (number, kind, article_id, slug, revision, at, explanation, redirect_to, recorded_at)
select row_number() over (order by a.updated_at, a.id),
       case a.state when 'gone' then 'removed' else a.state end,
       a.id, a.slug, r.number, a.updated_at, coalesce(a.withdrawal_explanation, a.removal_explanation), a.redirect_to, now()
from article a join revision r on r.id = a.live_revision_id
where a.state in ('published', 'withdrawn', 'gone');

insert into change_log (last, deleted_to, changed_at)
select count(*), 0, now() from change;

create function record_change() returns trigger language plpgsql as $$
declare
    next bigint;
    moment timestamptz;
begin
    update change_log set last = last + 1, changed_at = greatest(changed_at, clock_timestamp())
    returning last, changed_at into next, moment;
    insert into change (number, kind, article_id, slug, revision, at, explanation, redirect_to, recorded_at)
    select next,
           case when new.state = 'gone' then 'removed' when new.state = 'withdrawn' then 'withdrawn'
                when old.state = 'published' then 'updated' else 'published' end,
           new.id, new.slug, r.number, new.updated_at,
           coalesce(new.withdrawal_explanation, new.removal_explanation), new.redirect_to, moment
    from revision r where r.id = new.live_revision_id;
    return null;
end $$;

-- Deferred: at the commit, when the transaction has every other lock that it needs. Whoever waits for the log then holds
-- nothing that the one who has it could wait for.
create constraint trigger article_is_published after insert on article deferrable initially deferred
    for each row when (new.state in ('published', 'withdrawn', 'gone'))
    execute function record_change();

create constraint trigger article_is_changed after update on article deferrable initially deferred
    for each row when (new.state in ('published', 'withdrawn', 'gone')
        and (old.state, old.slug, old.live_revision_id, old.withdrawal_explanation, old.removal_explanation, old.redirect_to)
            is distinct from
            (new.state, new.slug, new.live_revision_id, new.withdrawal_explanation, new.removal_explanation, new.redirect_to))
    execute function record_change();
