package vn.loa.directive;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ResultRow;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Note;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Section;
import vn.loa.text.structure.SectionKind;
import vn.loa.text.structure.SectionNote;
import vn.loa.text.structure.Table;

/** The sections of a revision as {@code vn.loa.text} knows them, without citations: for what is read from a text. */
@Startup
@ApplicationScoped
public class SectionTexts {

    private static final NamedSql SECTIONS = SqlFile.read("directive/texts-of-sections");

    private final SqlReader rows;
    private final ObjectReader paragraphs;
    private final ObjectReader notes;

    SectionTexts(SqlReader rows, ObjectMapper json) {
        this.rows = rows;
        this.paragraphs = json.readerForListOf(ParagraphView.class);
        this.notes = json.readerForListOf(NoteView.class);
    }

    /** In document order, in one statement. */
    public List<Section> of(long revisionId) {
        return of(List.of(revisionId)).getOrDefault(revisionId, List.of());
    }

    /** Those of several revisions, each in document order, in one statement; none for a revision without sections. */
    public Map<Long, List<Section>> of(Collection<Long> revisionIds) {
        record Positioned(long revision, long position, Section section) {
        }
        List<Positioned> found = new ArrayList<>();
        if (!revisionIds.isEmpty()) {
            rows.each(SECTIONS.with("revisions", revisionIds), row -> found.add(
                    new Positioned(row.get("revision_id", Long.class), row.get("position", Long.class), section(row))));
        }
        return found.stream().sorted(Comparator.comparingLong(Positioned::position)).collect(Collectors.groupingBy(Positioned::revision,
                Collectors.mapping(Positioned::section, Collectors.toList())));
    }

    private Section section(ResultRow row) {
        String parent = row.text("parent_eid");
        List<ParagraphView> own = read(paragraphs, row.utf8("paragraphs"));
        List<NoteView> noted = read(notes, row.utf8("notes"));
        return new Section(new EId(row.text("eid")), parent == null ? null : new EId(parent), row.get("level", Integer.class),
                SectionKind.ofWireName(row.text("kind")).orElseThrow(), row.text("number"), row.text("marker"), row.text("heading"),
                own.stream().map(SectionTexts::paragraph).toList(), noted.stream().map(SectionTexts::note).toList());
    }

    private static Paragraph paragraph(ParagraphView view) {
        EId eId = new EId(view.eId());
        return view.isTable() ? new Paragraph(eId, Table.of(view.rows().stream()
                .map(row -> row.cells().stream().map(SectionTexts::cell).toList()).toList())) : new Paragraph(eId, view.text());
    }

    private static Table.Cell cell(TableView.Cell view) {
        return new Table.Cell(view.text(), Boolean.TRUE.equals(view.header()), view.columnSpan() == null ? 1 : view.columnSpan(),
                view.rowSpan() == null ? 1 : view.rowSpan());
    }

    private static SectionNote note(NoteView view) {
        return new SectionNote(new EId(view.eId()), view.number(), Note.Part.valueOf(view.part().toUpperCase(Locale.ROOT)),
                new EId(view.at()), view.offset(), view.paragraphs().stream().map(SectionTexts::paragraph).toList());
    }

    private static <T> List<T> read(ObjectReader reader, byte[] stored) {
        try {
            return stored == null ? List.of() : reader.readValue(stored);
        } catch (IOException e) {
            throw new IllegalStateException("the stored JSON of a section cannot be read", e);
        }
    }
}
