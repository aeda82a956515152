-- Like drafts-found.sql, with the articles without a working copy. Those with one and those without have an index of their own in
-- the order of the list, the latter for each state: the page has the first of the first of each. A draft always has a working copy.
select d.*, {total} as total
from (
    (select d.* from ({edited}) d
    where d.state = any (:states) {after} {more}
    order by d.updated_at desc, d.id desc limit :limit + :offset)
    union all
    select d.* from unnest(:states::text[]) chosen (state) cross join lateral (
        select d.* from ({unedited}) d
        where d.state = chosen.state {after} {more}
        order by d.updated_at desc, d.id desc limit :limit + :offset) d
    where chosen.state not in ('draft', 'scheduled')) d
order by d.updated_at desc, d.id desc limit :limit offset :offset
