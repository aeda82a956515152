package vn.loa.search;

/** The SQL of searches and suggestions. The text never varies, so that connections keep their prepared plans. */
final class SearchSql {

    /** The limit of results: later matches are neither counted nor reachable by paging. */
    static final int MOST_HITS = 500;
    /** The limit of titles that are compared for suggestions. */
    static final int MOST_TITLES = 50;

    /**
     * The two newest blocks of entries, large ones of 4,096 ids and small ones of 1,024 ids. A frequent word has enough
     * matches in these blocks.
     */
    private static final String NEWEST = """
            with newest as materialized (
                select ('''@b' || id / 4096 || '''|''@b' || id / 4096 - 1 || '''')::tsquery as blocks,
                    ('''@s' || id / 1024 || '''|''@s' || id / 1024 - 1 || '''')::tsquery as small_blocks
                from (select coalesce(max(id), 0) as id from search_entry) last)""";

    private static final String COLUMNS =
            "id, article_id, revision_id, position, published_at, type, issuer, year, tags";

    /**
     * The entries that match a query, those of the newest blocks first. PostgreSQL reads the older entries only if the
     * limit around this query is not reached.
     */
    private static String entries(String columns, String query, String newest) {
        return "select " + columns + " from search_entry where words @@ (" + query + " && newest." + newest + ")\n"
                + "union all\n"
                + "select " + columns + " from search_entry where words @@ (" + query + " && !!newest." + newest + ")\n";
    }

    private static final String PUBLIC = """
            cross join lateral (select id, slug, state from article
                where id = p.article_id and live_revision_id = p.revision_id and state in ('published', 'withdrawn')
                limit 1) a
            cross join lateral (select title, directive_type, directive_number, directive_issuer, directive_issued_on,
                    coalesce(directive_title, title) as directive_title
                from revision where id = p.revision_id limit 1) r
            """;

    private static String facet(String name, String value, String from) {
        return "(select '" + name + "' as facet, " + value + " as value, count(*) as n from hit" + from
                + " where " + value + " is not null group by 2 order by n desc, 2 limit 20)";
    }

    /**
     * A snippet is made from the whole text of an entry, and a page may have a hundred long ones. Texts are read for the
     * first hits only, up to one megabyte in all as they are stored (compressed, where PostgreSQL compresses them).
     */
    private static final String FITS =
            "coalesce(sum(pg_column_size(e.text)) over (order by p.place), 0)"
            + " + coalesce(sum(pg_column_size(s.paragraphs)) over (order by p.place), 0) <= 1000000";

    /**
     * Parameters: the candidate query, the number of candidates that are ranked, the words, the tiers, the
     * tiers again, page size, offset.
     *
     * <p>If there are few candidates, all of them are read and ranked. If there are many, the tiers are read one after
     * the other until there are enough results.
     *
     * <p>Articles, revisions and sections are joined by lateral subqueries with "limit 1", because the planner does not
     * know that a page has few rows. The parameters stand inside subqueries so that the planner cannot use their values
     * for estimates. With values it would plan anew each time, which takes longer than the search. The array
     * {@code unpacked} holds the words detoasted, once for all expressions that read them.
     */
    static final String SEARCH = NEWEST + """
            , asked as materialized (select ?::tsquery as candidate_query, ?::int as most),
            probe as materialized (select e.* from asked, newest, lateral (%s) e limit (select most + 1 from asked)),
            few as materialized (select count(*) <= (select most from asked) as few from probe),
            hit as materialized (
                select h.*, row_number() over (
                    order by tier, rank desc, position is not null, published_at desc, id) as place
                from (select %s, tier, ts_rank(unpacked[1], (select ?::tsquery), 1) as rank
                    from probe, lateral (select array[words] as unpacked limit 1) e,
                    lateral (select min(place) as tier
                        from unnest((select ?::text[]::tsquery[])) with ordinality t(query, place)
                        where unpacked[1] @@ query) tier
                    where (select few from few) and tier is not null
                    union all
                    (select e.*, t.place, null
                    from newest, unnest((select ?::text[]::tsquery[])) with ordinality t(query, place),
                    lateral (select * from (%s) part limit %d) e
                    where not (select few from few) limit %d)) h
                order by place limit %d),
            page as materialized (select * from hit order by place limit (select ?::int) offset (select ?::int))
            """.formatted(entries(COLUMNS + ", words", "asked.candidate_query", "small_blocks"), COLUMNS,
                    entries(COLUMNS, "t.query", "blocks"), MOST_HITS, MOST_HITS, MOST_HITS)
            + """
            select (select count(*) from hit) as total,
                case when p.place is null or p.place = (select min(place) from page) then (select json_agg(f)::text from (
            """
            + String.join(" union all ", facet("type", "type", ""), facet("issuer", "issuer", ""),
                    facet("year", "year::text", ""), facet("tag", "tag", ", unnest(tags) tag"))
            + """
            ) f) end as facets,
                p.*, a.slug, a.state, r.*, s.eid, s.marker, s.heading,
                case when %1$s then e.text end as text, case when %1$s then s.paragraphs::text end as paragraphs
            from (select 1) one left join (page p
            """.formatted(FITS) + PUBLIC + """
            cross join lateral (select text from search_entry where id = p.id limit 1) e
            left join lateral (select eid, marker, heading, paragraphs from section
                where revision_id = p.revision_id and section.position = p.position limit 1) s on true) on true
            order by p.place""";

    /** Parameter: the tiers. */
    static final String SUGGEST = NEWEST + ", hit as materialized (\n"
            + "select e.*, t.place as tier from newest, unnest((select ?::text[]::tsquery[])) with ordinality t(query, place),\n"
            + "lateral (select * from (" + entries("id, article_id, revision_id, published_at", "t.query", "blocks") + ") part limit "
            + MOST_TITLES + ") e limit " + MOST_TITLES + ")\n"
            + "select p.*, a.slug, a.state, r.* from hit p\n" + PUBLIC + "order by p.tier, p.published_at desc, p.id";

    private SearchSql() {
    }
}
