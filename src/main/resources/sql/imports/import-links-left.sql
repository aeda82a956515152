-- Links in imported texts of a source to what an undo of one of its jobs took away: an article that is gone, or is not there. Bodies
-- have such links as vn.loa.article.FileAddresses writes them.
select l.article_id, l.target, i.number,
       coalesce(i.address, (select o.address from old_address o where o.article_id = l.target order by o.id limit 1)) as address
from (
    select distinct s.article_id, m.found[1]::uuid as target
    from import_source s
    join article a on a.id = s.article_id and a.state <> 'gone'
    join revision r on r.article_id = a.id and (r.id = a.live_revision_id or r.number is null)
        and position(' href="/api/v1/articles/' in r.body) > 0
    cross join lateral regexp_matches(r.body, ' href="/api/v1/articles/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})["#]', 'g') m (found)
    where s.source_name = :sourceName) l
join import_item i on i.job_id = :job and i.target = l.target and i.undo = 'undone'
left join article t on t.id = l.target
where t.id is null or t.state = 'gone'
order by l.article_id, i.number
