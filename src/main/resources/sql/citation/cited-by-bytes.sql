-- How many bytes each article on a page of cited-by.sql takes in an answer, with all its places. Estimated like TextSize.
select 1500 + sum(p.bytes) as bytes
from public_reference p
where p.cited_id = :cited and p.citing_id <> :cited
  and (:eId::text is null or p.pinpoints @> array[:eId]::text[]) {after}
group by p.citing_published_at, p.citing_id
order by p.citing_published_at desc, p.citing_id desc
limit :limit offset :offset
