package vn.loa.citation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
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
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;

/** Reads the articles that cite a directive, from the view {@code public_reference}, in which both sides are public. */
@Startup
@ApplicationScoped
class CitedByRepository {

    private static final NamedSql PAGE = SqlFile.read("citation/cited-by");
    private static final NamedSql BYTES = SqlFile.read("citation/cited-by-bytes");
    private static final NamedSql COUNT = SqlFile.read("citation/cited-by-count");

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
        rows.each(of(PAGE, article, eId).with("offset", offset).with("limit", limit), row -> {
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
        return rows.read(of(BYTES, article, eId).with("offset", offset).with("limit", limit),
                row -> row.get("bytes", Long.class));
    }

    /** The number of citing articles, in one statement. */
    public long count(UUID article, String eId) {
        return rows.count(of(COUNT, article, eId));
    }

    /** Whether the article's published directive has this section, in one statement. */
    public boolean hasSection(UUID article, String eId) {
        return !rows.read("select from public_directive d join section s on s.revision_id = d.revision_id "
                + "where d.article_id = ? and s.eid = ?", row -> true, article, eId).isEmpty();
    }

    private NamedSql of(NamedSql sql, UUID article, String eId) {
        ArrayNode pinpoints = json.createArrayNode();
        if (eId != null) {
            pinpoints.addObject().put("eId", eId);
        }
        return sql.with("cited", article).with("everywhere", eId == null).with("pinpoints", pinpoints.toString());
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
