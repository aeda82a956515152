-- An article's identity and state. Its text is in revisions.
create table article (
    id                 uuid primary key,
    slug               text        not null unique,
    state              text        not null check (state in ('draft', 'scheduled', 'published', 'withdrawn', 'gone')),
    live_revision_id   bigint,
    -- set once: by the first publish, or before it for an article that comes from another system
    first_published_at timestamptz,
    public_updated_at  timestamptz,
    created_at         timestamptz not null,
    updated_at         timestamptz not null,
    version            integer     not null,
    check (state in ('draft', 'scheduled') or (live_revision_id is not null and first_published_at is not null))
);

-- The public list: newest first, ending in id so that pages neither skip nor repeat.
create index article_newest on article (first_published_at desc, id desc) where state in ('published', 'withdrawn');

create index article_live_revision on article (live_revision_id);

-- One text of an article. With a number it is a published revision and never changes; without one it is the working copy.
create table revision (
    id                   bigint generated always as identity primary key,
    article_id           uuid        not null references article on delete cascade,
    number               integer check (number > 0),
    language             text        not null,
    title                text        not null,
    summary              text,
    byline               text,
    body                 text        not null,
    tags                 text[]      not null,
    directive_type       text,
    directive_number     text,
    -- the number as it is compared: see DocumentNumber.key
    directive_number_key text,
    directive_issuer     text,
    directive_issued_on  date,
    directive_title      text,
    created_at           timestamptz not null,
    published_at         timestamptz,
    unique (article_id, number),
    check ((number is null) = (published_at is null))
);

create unique index revision_working_copy on revision (article_id) where number is null;
create index revision_directive_number on revision (directive_number_key) where number is not null;

alter table article add foreign key (live_revision_id) references revision;

create function refuse_change_of_published_revision() returns trigger language plpgsql as $$
begin
    raise exception 'revision % of article % is published and never changes', old.number, old.article_id;
end $$;

create trigger revision_is_immutable before update on revision
    for each row when (old.number is not null) execute function refuse_change_of_published_revision();
