-- How many bytes each article on a page of cited-by.sql takes in an answer, with all its places. Estimated like TextSize.
select 1500 + sum(230 + octet_length(c.raw) + octet_length(c.paragraph_eid)
    + coalesce(octet_length(c.pinpoints::text), 0)) as bytes
from public_reference p
join citation c on c.revision_id = p.revision_id and c.position = p.position
where p.cited_id = :cited and p.citing_id <> :cited
  and (:everywhere::boolean or p.pinpoints @> :pinpoints::jsonb)
group by p.citing_published_at, p.citing_id
order by p.citing_published_at desc, p.citing_id desc
limit :limit offset :offset
