-- What must never happen, whatever the application does. These triggers refuse, and do nothing else: see
-- src/docs/decisions/steps-not-triggers.md.

-- A published revision never changes, and stays as long as its article is known at all.
create or replace function refuse_change_of_published_revision() returns trigger language plpgsql as $$
begin
    raise exception 'revision % of article % is published and never changes', old.number, old.article_id;
end $$;

create or replace trigger revision_is_immutable before update on revision
    for each row when (old.number is not null) execute function refuse_change_of_published_revision();
create or replace trigger revision_is_kept before delete on revision
    for each row when (old.number is not null) execute function refuse_change_of_published_revision();

-- So do its sections. A section never changes at all; it can be deleted while only a working copy has it.
create or replace function refuse_change_of_section() returns trigger language plpgsql as $$
begin
    raise exception 'a section never changes: another text is another row';
end $$;

create or replace function refuse_deletion_of_published_section() returns trigger language plpgsql as $$
begin
    if exists (select from revision r where r.id = old.first_revision and r.number is not null) then
        raise exception 'the text of a published revision never changes';
    end if;
    return old;
end $$;

create or replace trigger section_is_immutable before update on section
    for each row execute function refuse_change_of_section();
create or replace trigger published_section_is_kept before delete on section
    for each row execute function refuse_deletion_of_published_section();

-- The first publication is set once: an article that comes from another system brings its time along, any other gets it with
-- the first publish.
create or replace function refuse_change_of_first_publication() returns trigger language plpgsql as $$
begin
    raise exception 'article % was first published at %, for good', old.id, old.first_published_at;
end $$;

create or replace trigger first_publication_is_set_once before update on article
    for each row when (old.live_revision_id is not null and old.first_published_at is distinct from new.first_published_at)
    execute function refuse_change_of_first_publication();

-- A file that a revision carries cannot be deleted. JSON has no foreign keys, so this trigger is one: it finds every attached
-- file and the picture, and holds them until the transaction ends, as a foreign key does.
create or replace function require_attached_files() returns trigger language plpgsql as $$
declare
    carried uuid[] := array(select (file ->> 'id')::uuid from jsonb_array_elements(new.attachments) file
        union select (new.picture ->> 'id')::uuid where new.picture is not null);
begin
    if (select count(*) from (select from media where id = any (carried) for key share) found)
            <> cardinality(carried) then
        raise foreign_key_violation using message = 'a revision carries a file that does not exist';
    end if;
    return new;
end $$;

create or replace trigger revision_carries_files before insert or update of attachments, picture on revision
    for each row when (new.attachments <> '[]' or new.picture is not null) execute function require_attached_files();

-- The audit log grows, and nothing in it changes.
create or replace function refuse_change_of_audit() returns trigger language plpgsql as $$
begin
    raise exception 'the audit log is append-only';
end $$;

create or replace trigger audit_is_append_only before update or delete or truncate on audit
    for each statement execute function refuse_change_of_audit();
