-- What lists are filtered and sorted by. The expression for titles is the one of vn.loa.citation.RegisterList.
create index revision_tags on revision using gin (tags) where number is not null;
create index revision_title on revision ((left(title, 200) collate "vi-x-icu"), article_id desc) where number is not null;
create index article_public_updated on article (public_updated_at desc, id desc) where state in ('published', 'withdrawn');
create index article_updated on article (updated_at desc, id desc) where state in ('published', 'withdrawn');
