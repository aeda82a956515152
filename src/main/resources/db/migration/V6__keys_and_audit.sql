-- Keys expire and are revoked; who made one and when it was last used is known.
alter table api_key
    -- the readable beginning of a key that was made here; null where the operator chose the key
    add column prefix       text,
    -- an actor, as in audit
    add column created_by   text not null default 'system',
    add column expires_at   timestamptz,
    add column revoked_at   timestamptz,
    add column last_used_at timestamptz;
alter table api_key alter column created_by drop default;

-- A revoked key's name is free again; its secret never is.
alter table api_key drop constraint api_key_name_key;
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

create function refuse_change_of_audit() returns trigger language plpgsql as $$
begin
    raise exception 'the audit log is append-only';
end $$;

create trigger audit_is_append_only before update or delete or truncate on audit
    for each statement execute function refuse_change_of_audit();
