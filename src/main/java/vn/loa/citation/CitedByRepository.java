package vn.loa.citation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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
import vn.loa.listing.ListField;
import vn.loa.listing.PageQuery;
import vn.loa.listing.PagedSql;
import vn.loa.listing.SortOrder;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ResultRow;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;

/** Reads the articles that cite a directive, from the view {@code public_reference}, in which both sides are public. */
@Startup
@ApplicationScoped
class CitedByRepository {

    static final SortOrder NEWEST_FIRST = SortOrder.descending(ListField.instant("firstPublishedAt", "p.citing_published_at"),
            ListField.id("p.citing_id"));
    private static final NamedSql COUNT = SqlFile.read("citation/cited-by-count");
    private static final PagedSql PAGE = PagedSql.read("citation/cited-by", COUNT, Map.of());
    private static final PagedSql BYTES = PagedSql.read("citation/cited-by-bytes");

    private final SqlReader rows;
    private final ObjectMapper json;

    CitedByRepository(SqlReader rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    /**
     * A page of citing articles.
     *
     * @param more whether others follow
     * @param total the number of all citing articles; null when it was not counted, or when the page is empty
     */
    record CitingArticles(List<CitingArticle> articles, boolean more, Long total) {
    }

    record CitingArticle(CitingArticleView view, Instant publishedAt) {

        /** The values of {@link #NEWEST_FIRST}. */
        List<Object> key() {
            return List.of(publishedAt, view.article().id());
        }
    }

    /**
     * The articles that cite an article's directive, the newest first, with the places in their text, in one statement; and
     * another one if a text cites it in several sections, which are then brought into the order of the text.
     *
     * @param eId limits the places to those that name exactly this section; null for all places
     * @param most of the page's articles
     */
    CitingArticles citing(UUID article, String eId, PageQuery page, int most) {
        Map<UUID, CitingArticle> articles = new LinkedHashMap<>();
        Map<UUID, List<FoundPlace>> places = new LinkedHashMap<>();
        Long[] total = new Long[1];
        boolean[] more = new boolean[1];
        rows.each(of(PAGE.page(page, most), article, eId).with("most", most), row -> {
            ArticleRef citing = RegisterRepository.articleRef(row);
            articles.computeIfAbsent(citing.id(), id -> new CitingArticle(
                    new CitingArticleView(citing, DirectiveView.read(row, ""), null, new ArrayList<>()),
                    row.get("citing_published_at", Instant.class)));
            places.computeIfAbsent(citing.id(), id -> new ArrayList<>()).add(place(row));
            total[0] = row.get("total", Long.class);
            more[0] = row.get("more", Boolean.class);
        });
        Map<Long, Integer> order = sectionOrder(places.entrySet().stream()
                .filter(found -> found.getValue().stream().map(FoundPlace::sectionId).distinct().count() > 1)
                .map(Map.Entry::getKey).toList());
        places.forEach((id, found) -> found.stream().sorted(Comparator.comparing(place -> place.position(order)))
                .forEach(place -> articles.get(id).view().places().add(place.view())));
        return new CitingArticles(List.copyOf(articles.values()), more[0], total[0]);
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

    /** The sizes in bytes of the articles on the page of this number if pages had this size, in one statement. */
    List<Long> bytes(UUID article, String eId, PageQuery page, int size) {
        return rows.read(of(BYTES.ofSize(page, size), article, eId), row -> row.get("bytes", Long.class));
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
            List<String> divisions = citation.has("divisions")
                    ? json.convertValue(citation.get("divisions"), new TypeReference<List<String>>() { }) : List.of();
            return new FoundPlace(row.get("section_id", Long.class), citation.path("behind").asBoolean(),
                    new CitingPlace(row.text("section_eid"), citation.get("paragraphEId").textValue(),
                            citation.get("start").intValue(), citation.get("end").intValue(), citation.get("raw").textValue(),
                            row.get("ambiguous", Boolean.class) ? "ambiguous" : "resolved", pinpoints, divisions));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored JSON of a citation cannot be read", e);
        }
    }
}
