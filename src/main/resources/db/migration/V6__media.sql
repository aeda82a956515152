-- Files that articles carry. Their contents are stored apart, each content once: see media_content.
create table media (
    id          uuid primary key,
    file_name   text        not null,
    media_type  text        not null,
    size        bigint      not null check (size > 0),
    -- of the content, which the store keeps under it
    sha256      bytea       not null check (length(sha256) = 32),
    -- pixels, as the image is shown: one that lies on its side is higher than wide; null for a file that is no image
    width       integer,
    height      integer,
    -- whether it is an image with several frames
    animated    boolean     not null,
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
