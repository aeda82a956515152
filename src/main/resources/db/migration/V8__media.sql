-- Files that articles carry. What is in them is kept apart, once for each content: see media_content.
create table media (
    id          uuid primary key,
    file_name   text        not null,
    media_type  text        not null,
    size        bigint      not null check (size > 0),
    -- of the content, which the store keeps under it
    sha256      bytea       not null check (length(sha256) = 32),
    -- pixels; null for what is no image
    width       integer,
    height      integer,
    uploaded_at timestamptz not null
);

create index media_sha256 on media (sha256);

-- The store of contents. Nothing refers to it, so that another store can take its place.
create table media_content (
    sha256  bytea primary key,
    content bytea not null
);

-- Neither compressed (files are already) nor in the row: a part of a file is read without the rest of it.
alter table media_content alter column content set storage external;

-- [{"id": "…", "title": null}, …]: the files that a revision carries, in its order
alter table revision add column attachments jsonb not null default '[]';

create index revision_attachments on revision using gin (attachments jsonb_path_ops);

-- A file that a revision carries cannot be deleted. JSON has no foreign keys, so this is one: it finds every attached
-- file, and holds it until the transaction ends, as a foreign key does.
create function require_attached_files() returns trigger language plpgsql as $$
declare
    attached uuid[] := array(select distinct (file ->> 'id')::uuid from jsonb_array_elements(new.attachments) file);
begin
    if (select count(*) from (select from media where id = any (attached) for key share) found)
            <> cardinality(attached) then
        raise foreign_key_violation using message = 'a revision carries a file that does not exist';
    end if;
    return new;
end $$;

create trigger revision_carries_files before insert or update of attachments on revision
    for each row when (new.attachments <> '[]') execute function require_attached_files();
