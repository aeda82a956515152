-- Lists of what is in force on a day, by publication, from indexes alone.

-- When the article was first published, of the rows of documents: for the indexes below. It never changes.
alter table force_period add column published_at timestamptz not null default '-infinity';
update force_period p set published_at = a.first_published_at from article a where a.id = p.article_id and p.eid = '';

-- What is in force on a day: by when it began, and by when it ends. Of a day on which nearly all have begun, the second is short
-- where the first has all.
drop index force_period_in_force;
create index force_period_in_force on force_period (from_day, before_day, article_id) include (issued_on, published_at)
    where eid = '' and status in ('in-force', 'partly');
create index force_period_ending on force_period (before_day, from_day, article_id) include (issued_on, published_at)
    where eid = '' and status in ('in-force', 'partly');

-- The latest published articles whose documents are in force on a day.
create index force_period_published on force_period (published_at desc, article_id desc) include (from_day, before_day)
    where eid = '' and status in ('in-force', 'partly');
