-- Images in the widths in which they are served. They are made when they are first asked for.
create table scaled_picture (
    -- of the file's content: files with the same content share these
    sha256         bytea   not null check (length(sha256) = 32),
    -- pixels, as it is asked for; an image that is narrower keeps its own width
    width          integer not null check (width > 0),
    -- null, as the others, for an image that cannot be read
    media_type     text,
    -- where media_content has the bytes
    content_sha256 bytea check (length(content_sha256) = 32),
    size           bigint check (size > 0),
    primary key (sha256, width),
    check (num_nulls(media_type, content_sha256, size) in (0, 3))
);

create index scaled_picture_content on scaled_picture (content_sha256);
