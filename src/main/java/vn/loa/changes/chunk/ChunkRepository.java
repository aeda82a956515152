package vn.loa.changes.chunk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.loa.article.ArticleRef;
import vn.loa.directive.DirectiveView;
import vn.loa.directive.NoteView;
import vn.loa.directive.ParagraphView;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ResultRow;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;

/** Reads chunks and what changed. A page takes four statements; none is open while an answer is sent. */
@Startup
@ApplicationScoped
class ChunkRepository {

    private static final NamedSql PLACES = SqlFile.read("changes/chunk-places");
    private static final NamedSql SECTIONS = SqlFile.read("changes/chunk-sections");
    private static final NamedSql ARTICLES = SqlFile.read("changes/chunk-articles");
    private static final NamedSql CHANGES = SqlFile.read("changes/chunk-changes");
    private static final NamedSql GONE = SqlFile.read("changes/chunks-gone");
    private static final NamedSql NEWEST = NamedSql.of("select last from change_log");
    /** Articles that a page looks at: a rare type must not make it read them all. */
    private static final int SCANNED = 1_000;

    /** @param sectionId null for the body, whose position is 0 */
    record Place(UUID articleId, long revisionId, long position, Long sectionId, long bytes) {
    }

    /** @param scannedTo the last article that was looked at, where more follow; else null */
    record Places(List<Place> places, UUID scannedTo) {
    }

    /** @param body null where it is not asked for */
    record ChunkArticle(ArticleRef article, int revision, DirectiveView document, String body) {
    }

    /** A section as one names it. */
    record Outline(String eId, String parentEId, String kind, String number, String marker, String heading) {
    }

    /** @param text null for a section that only stands around others */
    record ChunkSection(long id, Outline outline, String text, List<String> notes) {
    }

    /**
     * @param last the number of the latest change; 0 when there was none
     * @param deletedTo changes up to this number have been deleted
     * @param end the number of the last change that was read; the requested one when there is none
     */
    record Changed(long last, long deletedTo, long end, Set<UUID> articles) {
    }

    private final SqlReader rows;
    private final ObjectReader paragraphs;
    private final ObjectReader notes;

    ChunkRepository(SqlReader rows, ObjectMapper json) {
        this.rows = rows;
        this.paragraphs = json.readerForListOf(ParagraphView.class);
        this.notes = json.readerForListOf(NoteView.class);
    }

    long newestChange() {
        return rows.read(NEWEST, row -> row.get("last", Long.class)).get(0);
    }

    /** @param upTo the last change that is wanted; null for as many as the limit admits */
    Changed changed(long after, Long upTo, int limit) {
        long[] log = new long[3];
        log[2] = after;
        Set<UUID> articles = new LinkedHashSet<>();
        rows.each(CHANGES.with("after", after).with("upTo", upTo).with("limit", limit), row -> {
            log[0] = row.get("last", Long.class);
            log[1] = row.get("deleted_to", Long.class);
            Long number = row.get("number", Long.class);
            log[2] = number == null ? log[2] : number;
            UUID article = row.get("article_id", UUID.class);
            if (article != null) {
                articles.add(article);
            }
        });
        return new Changed(log[0], log[1], log[2], articles);
    }

    /** The eIds that went, by article; an article that is not public, or not wanted, is not among the keys. */
    Map<UUID, List<String>> gone(Collection<UUID> articles, ChunkFilter filter, int most) {
        Map<UUID, List<String>> gone = new HashMap<>();
        rows.each(GONE.with("articles", articles).with("type", filter.type()).with("categories", filter.categories())
                .with("most", most), row -> gone.put(row.get("id", UUID.class), row.texts("gone")));
        return gone;
    }

    /** @param articles null for all */
    Places places(Collection<UUID> articles, ChunkFilter filter, ChunkCursor after, int size) {
        UUID[] scannedTo = new UUID[1];
        List<Place> places = new ArrayList<>();
        rows.each(PLACES.with("articles", articles).with("type", filter.type()).with("categories", filter.categories())
                .with("from", after.article()).with("position", after.position()).with("size", size).with("scanned", SCANNED), row -> {
                    UUID article = row.get("id", UUID.class);
                    if (article == null) {
                        scannedTo[0] = row.get("scanned_to", UUID.class);
                    } else {
                        places.add(new Place(article, row.get("revision_id", Long.class), row.get("position", Long.class),
                                row.get("section_id", Long.class), row.get("bytes", Long.class)));
                    }
                });
        return new Places(places, scannedTo[0]);
    }

    /** By revision. */
    Map<Long, ChunkArticle> articles(List<Place> places) {
        Map<Long, ChunkArticle> articles = new HashMap<>();
        rows.each(ARTICLES.with("revisions", places.stream().map(Place::revisionId).distinct().toList())
                .with("bodies", places.stream().filter(place -> place.sectionId == null).map(Place::revisionId).toList()),
                row -> articles.put(row.get("revision_id", Long.class), new ChunkArticle(
                        new ArticleRef(row.get("id", UUID.class), row.text("slug"), row.text("state"), row.text("title")),
                        row.get("number", Integer.class), DirectiveView.read(row, "directive_"), row.text("body"))));
        return articles;
    }

    /** The sections of the chunks and those around them, by revision and eId. */
    Map<Long, Map<String, ChunkSection>> sections(List<Place> places) {
        List<Place> wanted = places.stream().filter(place -> place.sectionId != null).toList();
        Map<Long, Map<String, ChunkSection>> sections = new HashMap<>();
        if (!wanted.isEmpty()) {
            rows.each(SECTIONS.with("revisions", wanted.stream().map(Place::revisionId).distinct().toList())
                    .with("sections", wanted.stream().map(Place::sectionId).toList()),
                    row -> sections.computeIfAbsent(row.get("revision_id", Long.class), id -> new HashMap<>())
                            .put(row.text("eid"), section(row)));
        }
        return sections;
    }

    private ChunkSection section(ResultRow row) {
        byte[] words = row.utf8("paragraphs");
        byte[] said = row.utf8("notes");
        Outline outline = new Outline(row.text("eid"), row.text("parent_eid"), row.text("kind"), row.text("number"), row.text("marker"),
                row.text("heading"));
        try {
            List<ParagraphView> own = words == null ? null : paragraphs.readValue(words);
            List<NoteView> noted = said == null ? List.of() : notes.readValue(said);
            return new ChunkSection(row.get("id", Long.class), outline, own == null ? null : lines(own), noted.stream().map(note -> lines(note.paragraphs())).toList());
        } catch (IOException e) {
            throw new IllegalStateException("the stored JSON of a section cannot be read", e);
        }
    }

    private static String lines(List<ParagraphView> paragraphs) {
        return String.join("\n", paragraphs.stream().map(ParagraphView::text).toList());
    }
}
