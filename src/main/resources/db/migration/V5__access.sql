-- Keys, the audit log, and what requests are answered with twice.

-- Keys that callers show. Only a hash is kept.
create table api_key (
    id           uuid primary key,
    name         text        not null,
    -- SHA-256 of the key
    hash         bytea       not null unique,
    roles        text[]      not null,
    created_at   timestamptz not null,
    -- the readable beginning of a key that was made here; null where the operator chose the key
    prefix       text,
    -- an actor, as in audit
    created_by   text        not null,
    expires_at   timestamptz,
    revoked_at   timestamptz,
    last_used_at timestamptz
);

-- A revoked key's name is free again; its secret never is.
create unique index api_key_name on api_key (name) where revoked_at is null;
create index api_key_newest on api_key (created_at desc, id desc);

-- Who did what to what. Entries are added and never change.
create table audit (
    id            bigint generated always as identity primary key,
    at            timestamptz not null,
    -- key:NAME, token:SUBJECT or system
    actor         text        not null,
    action        text        not null,
    subject       text        not null,
    subject_id    uuid,
    from_revision integer,
    to_revision   integer,
    details       jsonb       not null
);

create index audit_newest on audit (at desc, id desc);
create index audit_actor on audit (actor, at desc, id desc);
create index audit_action on audit (action, at desc, id desc);
create index audit_subject on audit (subject, at desc, id desc);
create index audit_subject_id on audit (subject_id, at desc, id desc);

-- Keys that all instances sign with.
create table signing_key (
    name text primary key,
    key  bytea not null
);

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
