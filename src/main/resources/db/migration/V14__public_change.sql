-- Tells every instance, when it is committed, that something the public reads has changed: see vn.loa.cache.
create function tell_public_change() returns trigger language plpgsql as $$
begin
    notify loa_public_change;
    return null;
end $$;

create trigger article_changed_in_public after update on article
    for each row when (
        (old.state, old.live_revision_id, old.slug, old.updated_at, old.public_updated_at, old.first_published_at,
         old.withdrawn_at, old.withdrawal_explanation, old.removed_at, old.removal_explanation, old.redirect_to)
        is distinct from
        (new.state, new.live_revision_id, new.slug, new.updated_at, new.public_updated_at, new.first_published_at,
         new.withdrawn_at, new.withdrawal_explanation, new.removed_at, new.removal_explanation, new.redirect_to))
    execute function tell_public_change();
create trigger article_deleted after delete on article for each statement execute function tell_public_change();
create trigger articles_emptied after truncate on article for each statement execute function tell_public_change();
create trigger name_changed after insert or update or delete on slug
    for each statement execute function tell_public_change();
create trigger schedule_changed after insert or update or delete on schedule
    for each statement execute function tell_public_change();

create index article_updated_at on article (updated_at) where live_revision_id is not null;

-- When what the public reads changed last, and when it is to change next.
create view public_moments as
select (select max(updated_at) from article where live_revision_id is not null) as last,
       (select min(at) from schedule where status = 'pending') as next;
