-- The texts that come: all of a new article; of one that is here, those that are newer than its newest, with numbers that go on,
-- and the working copy where there is none and the article has not changed here since. None comes where a publish is planned: it
-- would publish a text that nobody here has seen.
create temporary table merging_brought on commit drop as
select r.id, r.article_id, case when r.number is not null
       then (f.number + row_number() over (partition by r.article_id, r.number is null order by r.number))::integer end as number
from merging_revision r join merging_fate f on f.id = r.article_id
where case when r.number is not null then r.published_at > f.published_at
           else f.new or not f.drafted and not f.publishing and r.updated_at > f.updated_at end
