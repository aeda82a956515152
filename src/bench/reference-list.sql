select id, slug, state, first_published_at, public_updated_at, updated_at, number, published_at, language, title, summary, byline,
    tags, directive_type, directive_number, directive_issuer, directive_issued_on, directive_title
from reference.article order by first_published_at desc, id desc limit 20;
