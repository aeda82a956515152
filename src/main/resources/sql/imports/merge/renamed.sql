-- New public articles whose slug is another one than it was there.
select t.id from merging_article t
join merging_fate f on f.id = t.id and f.new
join merging_slug_to m on m.slug = t.slug
where t.state in ('published', 'withdrawn')
order by t.id
