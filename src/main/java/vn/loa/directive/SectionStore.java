package vn.loa.directive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;
import vn.loa.sql.SqlWriter;
import vn.loa.text.citation.Citation;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Section;

/**
 * Stores the sections of an article. A section is stored once for all revisions of the article that have it, so a change of
 * one word stores one row. Joins the caller's transaction, in which the article is locked.
 */
@Startup
@ApplicationScoped
public class SectionStore {

    private static final NamedSql KNOWN = NamedSql.of(
            "select id, content_hash from revision_section where revision_id = any (:revisions)");
    private static final NamedSql INSERT = SqlFile.read("directive/sections-stored");
    private static final NamedSql DELETE = NamedSql.of("delete from section where article_id = :article "
            + "and first_revision = :revision and id <> all (:kept)");
    /** Bounds the memory of a statement. */
    private static final int ROWS_AT_ONCE = 500;

    private final SqlReader rows;
    private final SqlWriter changes;
    private final ObjectWriter json;

    SectionStore(SqlReader rows, SqlWriter changes, ObjectMapper json) {
        this.rows = rows;
        this.changes = changes;
        this.json = json.writer();
    }

    /**
     * Stores the sections that the article has not yet.
     *
     * @param revision the working copy whose text it is
     * @param known the revisions of the article whose sections may be among these
     * @param ownDate of the directive's issue; null when it has none
     */
    public StoredText store(UUID article, long revision, Collection<Long> known, LocalDate ownDate, List<Section> sections,
            List<Citation> found) {
        Map<String, List<StoredCitation>> citations = new HashMap<>();
        List<StoredCitation> outside = bySection(sections, found, ownDate, citations);
        Map<UUID, Long> ids = known.isEmpty() || sections.isEmpty() ? Map.of() : known(known);
        Map<String, Long> byEId = new LinkedHashMap<>();
        List<StoredSection> added = new ArrayList<>();
        List<UUID> hashes = new ArrayList<>();
        for (Section section : sections) {
            StoredSection stored = stored(section, citations.get(section.eId().value()));
            UUID hash = stored.hash();
            byEId.put(stored.eId(), ids.get(hash));
            if (byEId.get(stored.eId()) == null) {
                added.add(stored);
                hashes.add(hash);
            }
        }
        for (int from = 0; from < added.size(); from += ROWS_AT_ONCE) {
            int to = Math.min(added.size(), from + ROWS_AT_ONCE);
            insert(article, revision, added.subList(from, to), hashes.subList(from, to), byEId);
        }
        return new StoredText(List.copyOf(byEId.values()), outside.isEmpty() ? null : write(outside));
    }

    /** Deletes the sections that only this working copy had, but those that it keeps. */
    public void deleteBut(UUID article, long workingCopy, List<Long> kept) {
        changes.update(DELETE.with("article", article).with("revision", workingCopy).with("kept", kept));
    }

    /** Sorts citations to the sections in which they stand; answers with the others. */
    private static List<StoredCitation> bySection(List<Section> sections, List<Citation> found, LocalDate ownDate,
            Map<String, List<StoredCitation>> bySection) {
        Map<String, String> sectionOfParagraph = new HashMap<>();
        for (Section section : sections) {
            for (Paragraph paragraph : section.citable()) {
                sectionOfParagraph.put(paragraph.eId().value(), section.eId().value());
            }
        }
        List<StoredCitation> outside = new ArrayList<>();
        for (Citation citation : found) {
            String section = sectionOfParagraph.get(citation.paragraphEId().value());
            if (section == null) {
                outside.add(StoredCitation.of(citation, ownDate, !bySection.isEmpty()));
            } else {
                bySection.computeIfAbsent(section, eId -> new ArrayList<>()).add(StoredCitation.of(citation, ownDate, false));
            }
        }
        return outside;
    }

    private Map<UUID, Long> known(Collection<Long> revisions) {
        Map<UUID, Long> ids = new HashMap<>();
        rows.each(KNOWN.with("revisions", revisions), row -> ids.put(row.get("content_hash", UUID.class), row.get("id", Long.class)));
        return ids;
    }

    private StoredSection stored(Section section, List<StoredCitation> citations) {
        return StoredSection.of(section, write(section.paragraphs().stream().map(ParagraphView::of).toList()),
                citations == null ? null : write(citations),
                section.notes().isEmpty() ? null : write(section.notes().stream().map(NoteView::of).toList()), TextSize.of(section, citations));
    }

    private void insert(UUID article, long revision, List<StoredSection> sections, List<UUID> hashes, Map<String, Long> ids) {
        rows.each(INSERT.with("article", article).with("revision", revision).with("hashes", hashes)
                .with("eIds", column(sections, StoredSection::eId)).with("parents", column(sections, StoredSection::parentEId))
                .with("levels", column(sections, section -> (long) section.level()))
                .with("kinds", column(sections, StoredSection::kind)).with("numbers", column(sections, StoredSection::number))
                .with("markers", column(sections, StoredSection::marker))
                .with("headings", column(sections, StoredSection::heading))
                .with("paragraphs", column(sections, StoredSection::paragraphs))
                .with("citations", column(sections, StoredSection::citations))
                .with("notes", column(sections, StoredSection::notes))
                .with("bytes", column(sections, section -> (long) section.bytes())),
                row -> ids.put(row.text("eid"), row.get("id", Long.class)));
    }

    /** May have nulls. */
    private static <T> List<T> column(List<StoredSection> sections, Function<StoredSection, T> column) {
        return sections.stream().map(column).toList();
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a section cannot be written as JSON", e);
        }
    }
}
