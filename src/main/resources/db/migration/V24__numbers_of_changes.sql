-- The numbers that the article's directive had before the change and has after it: whatever cites them is answered
-- differently now, and caches outside are told so.
alter table change add column numbers text[] not null default '{}';

-- Of changes that were recorded before: all that it had up to then.
update change c set numbers = array(
    select distinct r.directive_number_key from revision r
    where r.article_id = c.article_id and r.number <= c.revision and r.directive_number_key is not null
    order by r.directive_number_key);

create or replace function record_change() returns trigger language plpgsql as $$
declare
    next bigint;
    moment timestamptz;
begin
    update change_log set last = last + 1, changed_at = greatest(changed_at, clock_timestamp())
    returning last, changed_at into next, moment;
    insert into change (number, kind, article_id, slug, revision, at, explanation, redirect_to, numbers, recorded_at)
    select next,
           case when new.state = 'gone' then 'removed' when new.state = 'withdrawn' then 'withdrawn'
                when old.state = 'published' then 'updated' else 'published' end,
           new.id, new.slug, r.number, new.updated_at,
           coalesce(new.withdrawal_explanation, new.removal_explanation), new.redirect_to,
           array(select distinct d.directive_number_key from revision d
                 where d.id in (old.live_revision_id, new.live_revision_id) and d.directive_number_key is not null
                 order by d.directive_number_key),
           moment
    from revision r where r.id = new.live_revision_id;
    return null;
end $$;
