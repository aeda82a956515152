-- For names that begin with a wanted one: in most collations the primary key cannot answer LIKE. (At 500,000 names
-- 0.06 ms instead of 102.)
create index slug_beginning on slug (slug text_pattern_ops);
