-- Keys that callers show. Only a hash is kept.
create table api_key (
    id         uuid primary key,
    name       text        not null unique,
    -- SHA-256 of the key
    hash       bytea       not null unique,
    roles      text[]      not null,
    created_at timestamptz not null
);
