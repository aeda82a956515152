package vn.loa.citation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
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
     * The articles that cite an article's directive, the newest first, with the places in their text, in one statement; and
     * another one if a text cites it in several sections, which are then brought into the order of the text.
     *
     * @param eId limits the places to those that name exactly this section; null for all places
     */
    public CitingArticles citing(UUID article, String eId, int offset, int limit) {
        Map<UUID, CitingArticleView> articles = new LinkedHashMap<>();
        Map<UUID, List<FoundPlace>> places = new LinkedHashMap<>();
        long[] total = new long[1];
        rows.each(of(PAGE, article, eId).with("offset", offset).with("limit", limit), row -> {
            ArticleRef citing = RegisterRepository.articleRef(row);
            articles.computeIfAbsent(citing.id(),
                    id -> new CitingArticleView(citing, DirectiveView.read(row, ""), new ArrayList<>()));
            places.computeIfAbsent(citing.id(), id -> new ArrayList<>()).add(place(row));
            total[0] = row.get("total", Long.class);
        });
        Map<Long, Integer> order = sectionOrder(places.entrySet().stream()
                .filter(found -> found.getValue().stream().map(FoundPlace::sectionId).distinct().count() > 1)
                .map(Map.Entry::getKey).toList());
        places.forEach((id, found) -> found.stream().sorted(Comparator.comparing(place -> place.position(order)))
                .forEach(place -> articles.get(id).places().add(place.view())));
        return new CitingArticles(List.copyOf(articles.values()), total[0]);
    }

    /** A place, before it is known where its section stands. */
    private record FoundPlace(Long sectionId, boolean behind, CitingPlace view) {

        private int position(Map<Long, Integer> order) {
            return behind ? Integer.MAX_VALUE : sectionId == null ? 0 : order.getOrDefault(sectionId, 1);
        }
    }

    /** The positions of the sections of these articles in document order, from 1; one statement, none without articles. */
    private Map<Long, Integer> sectionOrder(List<UUID> articles) {
        Map<Long, Integer> order = new HashMap<>();
        if (!articles.isEmpty()) {
            rows.each("select d.section_ids from public_article a join revision d on d.id = a.live_revision_id where a.id = any (?)",
                    row -> {
                        List<Long> ids = row.longs("section_ids");
                        for (int i = 0; i < ids.size(); i++) {
                            order.put(ids.get(i), i + 1);
                        }
                    }, articles);
        }
        return order;
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
        return !rows.read("select from public_directive d join revision_section s on s.revision_id = d.revision_id "
                + "and s.article_id = d.article_id where d.article_id = ? and s.eid = ?", row -> true, article, eId).isEmpty();
    }

    private static NamedSql of(NamedSql sql, UUID article, String eId) {
        return sql.with("cited", article).with("eId", eId);
    }

    private FoundPlace place(ResultRow row) {
        try {
            JsonNode citation = json.readTree(row.text("citation"));
            List<PinpointView> pinpoints = citation.has("pinpoints")
                    ? json.convertValue(citation.get("pinpoints"), new TypeReference<List<PinpointView>>() { }) : List.of();
            return new FoundPlace(row.get("section_id", Long.class), citation.path("behind").asBoolean(),
                    new CitingPlace(row.text("section_eid"), citation.get("paragraphEId").textValue(),
                            citation.get("start").intValue(), citation.get("end").intValue(), citation.get("raw").textValue(),
                            row.get("ambiguous", Boolean.class) ? "ambiguous" : "resolved", pinpoints));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored JSON of a citation cannot be read", e);
        }
    }
}
