-- A stamp of what the public reads: another one after every change, and the same one only while nothing has changed, also
-- after a failover or a restore. It is written under the lock of the log, so that whoever sees a stamp sees every change
-- that was committed before it. Its notification has it as payload.
alter table change_log add column stamp uuid not null default gen_random_uuid();
alter table change_log alter column stamp drop default;

create or replace function tell_public_change() returns trigger language plpgsql as $$
declare
    written uuid;
begin
    update change_log set stamp = gen_random_uuid() returning stamp into written;
    perform pg_notify('loa_public_change', written::text);
    return null;
end $$;

-- Statement triggers fire for statements that touch no row, and told of every saved draft.
drop trigger article_changed_in_public on article;
drop trigger article_deleted on article;
drop trigger name_changed on slug;
drop trigger schedule_changed on schedule;

-- Deferred, because others wait for the log's lock: at the commit it is held for as long as the commit takes.
create constraint trigger public_article_is_told after insert on article deferrable initially deferred
    for each row when (new.live_revision_id is not null) execute function tell_public_change();
create constraint trigger public_article_change_is_told after update on article deferrable initially deferred
    for each row when ((old.live_revision_id is not null or new.live_revision_id is not null) and
        (old.state, old.live_revision_id, old.slug, old.updated_at, old.public_updated_at, old.first_published_at,
         old.withdrawn_at, old.withdrawal_explanation, old.removed_at, old.removal_explanation, old.redirect_to)
        is distinct from
        (new.state, new.live_revision_id, new.slug, new.updated_at, new.public_updated_at, new.first_published_at,
         new.withdrawn_at, new.withdrawal_explanation, new.removed_at, new.removal_explanation, new.redirect_to))
    execute function tell_public_change();
create constraint trigger public_name_is_told after insert on slug deferrable initially deferred
    for each row when (new.public) execute function tell_public_change();
create constraint trigger public_name_change_is_told after update on slug deferrable initially deferred
    for each row when (new.public and (old.public, old.article_id) is distinct from (new.public, new.article_id))
    execute function tell_public_change();

-- What is planned changes nothing that the public reads now, only for how long caches may keep it.
create function tell_next_change() returns trigger language plpgsql as $$
begin
    notify loa_public_change, 'next';
    return null;
end $$;

create trigger next_change_is_planned after insert on schedule
    for each row when (new.status = 'pending') execute function tell_next_change();
create trigger next_change_is_moved after update on schedule
    for each row when ((old.status = 'pending' or new.status = 'pending')
        and (old.status, old.at) is distinct from (new.status, new.at))
    execute function tell_next_change();

create or replace view public_moments as
select (select max(updated_at) from article where live_revision_id is not null) as last,
       (select min(at) from schedule where status = 'pending') as next,
       (select stamp from change_log) as stamp;

-- Entries of the search are made by vn.loa.search before the commit begins. As deferred triggers they ran behind the
-- log's, which holds its lock until the end: for seconds, with a long text.
drop trigger article_is_searched on article;
drop trigger article_is_searched_as_it_is on article;
drop function search_follow_article();
