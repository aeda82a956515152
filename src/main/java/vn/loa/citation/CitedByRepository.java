package vn.loa.citation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.loa.article.ArticleRef;
import vn.loa.citation.CitingArticleView.CitingPlace;
import vn.loa.directive.DirectiveView;
import vn.loa.directive.PinpointView;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ResultRow;
import vn.loa.sql.SqlReader;

/** Reads the articles that cite a directive, from the view {@code public_reference}, in which both sides are public. */
@ApplicationScoped
class CitedByRepository {

    private static final String REFERENCES = """
            from public_reference p where p.cited_id = :cited and p.citing_id <> :cited""";

    /** The parameter is {@code [{"eId": "art_5"}]}. */
    private static final String ONLY_SECTION = " and p.pinpoints @> cast(:pinpoint as jsonb)";

    /** The newest article first. Articles are ranked, so that a page has each article with all its places. */
    private static final String PAGE = """
            with place as (
              select p.citing_id, p.revision_id, p.position,
                     dense_rank() over (order by p.citing_published_at desc, p.citing_id desc) as rank
              from public_reference p
              where p.cited_id = :cited and p.citing_id <> :cited%s)
            select a.id as article_id, a.slug, a.state, r.title as article_title, r.directive_type as type,
                   r.directive_number as number, r.directive_issuer as issuer, r.directive_issued_on as issued_on,
                   case when r.directive_type is null and r.directive_number is null then null
                        else coalesce(r.directive_title, r.title) end as title,
                   c.section_eid, c.paragraph_eid, c.start_offset, c.end_offset, c.raw,
                   cast(c.pinpoints as text) as pinpoints,
                   (select max(rank) from place) as total,
                   exists (select from public_reference o where o.revision_id = c.revision_id
                       and o.position = c.position and o.cited_id <> :cited) as ambiguous
            from place
            join article a on a.id = place.citing_id
            join revision r on r.id = place.revision_id
            join citation c on c.revision_id = place.revision_id and c.position = place.position
            where place.rank > :offset and place.rank <= :offset + :limit
            order by place.rank, c.position""";

    /** The size of each article on the page with all its places. Estimated like {@code TextSize}. */
    private static final String BYTES = """
            select 1500 + sum(230 + octet_length(c.raw) + octet_length(c.paragraph_eid)
                + coalesce(octet_length(cast(c.pinpoints as text)), 0)) as bytes
            from public_reference p
            join citation c on c.revision_id = p.revision_id and c.position = p.position
            where p.cited_id = :cited and p.citing_id <> :cited%s
            group by p.citing_published_at, p.citing_id
            order by p.citing_published_at desc, p.citing_id desc limit :limit offset :offset""";

    private final SqlReader rows;
    private final ObjectMapper json;

    CitedByRepository(SqlReader rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    /**
     * A page of citing articles.
     *
     * @param total the number of all citing articles; 0 when the page is behind the last one
     */
    public record CitingArticles(List<CitingArticleView> articles, long total) {
    }

    /**
     * The articles that cite an article's directive, the newest first, with the places in their text, in one statement.
     *
     * @param eId limits the places to those that name exactly this section; null for all places
     */
    public CitingArticles citing(UUID article, String eId, int offset, int limit) {
        Map<UUID, CitingArticleView> articles = new LinkedHashMap<>();
        long[] total = new long[1];
        NamedSql page = new NamedSql(PAGE.formatted(eId == null ? "" : ONLY_SECTION), values(article, eId, offset, limit));
        rows.each(page, row -> {
            ArticleRef citing = RegisterRepository.articleRef(row);
            articles.computeIfAbsent(citing.id(),
                    id -> new CitingArticleView(citing, DirectiveView.read(row, ""), new ArrayList<>()))
                    .places().add(place(row));
            total[0] = row.get("total", Long.class);
        });
        return new CitingArticles(List.copyOf(articles.values()), total[0]);
    }

    /** The sizes in bytes of the articles on a page, in the page's order, in one statement. */
    public List<Long> bytes(UUID article, String eId, int offset, int limit) {
        return rows.read(new NamedSql(BYTES.formatted(eId == null ? "" : ONLY_SECTION), values(article, eId, offset, limit)),
                row -> row.get("bytes", Long.class));
    }

    /** The number of citing articles, in one statement. */
    public long count(UUID article, String eId) {
        return rows.count(new NamedSql("select count(distinct p.citing_id) as total " + REFERENCES
                + (eId == null ? "" : ONLY_SECTION),
                values(article, eId, 0, 0)));
    }

    /** Whether the article's published directive has this section, in one statement. */
    public boolean hasSection(UUID article, String eId) {
        return !rows.read("select from public_directive d join section s on s.revision_id = d.revision_id "
                + "where d.article_id = ? and s.eid = ?", row -> true, article, eId).isEmpty();
    }

    private Map<String, Object> values(UUID article, String eId, int offset, int limit) {
        Map<String, Object> values = new HashMap<>(Map.of("cited", article, "offset", offset, "limit", limit));
        if (eId != null) {
            values.put("pinpoint", pinpoint(eId));
        }
        return values;
    }

    private String pinpoint(String eId) {
        return json.createArrayNode().add(json.createObjectNode().put("eId", eId)).toString();
    }

    private CitingPlace place(ResultRow row) {
        return new CitingPlace(row.text("section_eid"), row.text("paragraph_eid"), row.get("start_offset", Integer.class),
                row.get("end_offset", Integer.class), row.text("raw"),
                row.get("ambiguous", Boolean.class) ? "ambiguous" : "resolved", pinpoints(row.text("pinpoints")));
    }

    private List<PinpointView> pinpoints(String stored) {
        try {
            return stored == null ? List.of() : json.readValue(stored, new TypeReference<List<PinpointView>>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored JSON of pinpoints cannot be read", e);
        }
    }
}
