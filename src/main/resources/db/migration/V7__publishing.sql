-- Every name of every article: the present one, the one its working copy asks for, and those it had in public, which
-- lead to it for ever and never name another article.
create table slug (
    slug       text primary key,
    article_id uuid    not null references article on delete cascade,
    -- whether the public has ever seen it
    public     boolean not null
);

create index slug_article on slug (article_id);

insert into slug (slug, article_id, public) select slug, id, live_revision_id is not null from article;

alter table article
    add column withdrawal_explanation text,
    add column withdrawn_at           timestamptz,
    add column removal_explanation    text,
    add column removed_at             timestamptz,
    -- where readers of a removed article are sent
    add column redirect_to            uuid references article,
    add check ((state = 'withdrawn') = (withdrawn_at is not null and withdrawal_explanation is not null)),
    add check ((state = 'gone') = (removed_at is not null and removal_explanation is not null)),
    add check (state not in ('draft', 'scheduled') or live_revision_id is null);

create index article_redirect on article (redirect_to) where redirect_to is not null;

-- Set once: an article that comes from another system brings it along, any other gets it with the first publish.
create function refuse_change_of_first_publication() returns trigger language plpgsql as $$
begin
    raise exception 'article % was first published at %, for good', old.id, old.first_published_at;
end $$;

create trigger first_publication_is_set_once before update on article
    for each row when (old.live_revision_id is not null and old.first_published_at is distinct from new.first_published_at)
    execute function refuse_change_of_first_publication();

alter table revision
    -- of a working copy: the name that publishing gives the article; null keeps the one it has
    add column slug        text,
    -- what changed, for readers
    add column change_note text,
    add column minor       boolean not null default false,
    -- of a working copy: when it was last saved
    add column updated_at  timestamptz;

alter table revision disable trigger revision_is_immutable;
update revision set updated_at = created_at;
alter table revision enable trigger revision_is_immutable;
alter table revision alter column updated_at set not null;

create index revision_working_copies on revision (updated_at desc, article_id desc) where number is null;

-- A published revision stays as long as its article is known at all, and so do its sections and citations.
create function refuse_change_of_published_text() returns trigger language plpgsql as $$
begin
    if exists (select from revision r where r.id = old.revision_id and r.number is not null) then
        raise exception 'the text of a published revision never changes';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;

create trigger section_is_immutable before update or delete on section
    for each row execute function refuse_change_of_published_text();
create trigger citation_is_immutable before update or delete on citation
    for each row execute function refuse_change_of_published_text();

create trigger revision_is_kept before delete on revision
    for each row when (old.number is not null) execute function refuse_change_of_published_revision();

-- What shall happen at a time.
create table schedule (
    id          uuid primary key,
    article_id  uuid        not null references article on delete cascade,
    action      text        not null check (action in ('publish', 'withdraw')),
    at          timestamptz not null,
    -- the zone in which the time was given
    zone        text        not null,
    -- of a publish
    change_note text,
    minor       boolean     not null default false,
    -- of a withdrawal
    explanation text,
    status      text        not null check (status in ('pending', 'done', 'cancelled', 'failed')),
    -- why it failed or was cancelled
    reason      text,
    created_by  text        not null,
    created_at  timestamptz not null,
    ended_at    timestamptz,
    check ((status = 'pending') = (ended_at is null)),
    check (action = 'publish' or explanation is not null)
);

create unique index schedule_one_pending on schedule (article_id, action) where status = 'pending';
create index schedule_due on schedule (at, id) where status = 'pending';
create index schedule_article on schedule (article_id, at desc, id desc);
create index schedule_newest on schedule (at desc, id desc);

-- Answers to requests with an Idempotency-Key, for a day: see vn.loa.http.idempotency.Idempotency.
create table idempotent_answer (
    owner        text        not null,
    key_hash     bytea       not null,
    request_hash bytea       not null,
    -- encrypted under the idempotency key, which is not kept
    answer       bytea       not null,
    created_at   timestamptz not null,
    primary key (owner, key_hash)
);

create index idempotent_answer_age on idempotent_answer (created_at);

-- Keys that all instances sign with.
create table signing_key (
    name text primary key,
    key  bytea not null
);
