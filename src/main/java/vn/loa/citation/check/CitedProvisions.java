package vn.loa.citation.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.loa.directive.ParagraphView;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;
import vn.loa.text.check.CitedPart;
import vn.loa.text.structure.EId;

/** Finds the provisions that citations name, and their text. */
@Startup
@ApplicationScoped
class CitedProvisions {

    private static final NamedSql FIND = SqlFile.read("citation/check-provisions");
    private static final NamedSql TEXTS = SqlFile.read("citation/check-texts");
    /** Bytes of the provisions' text that is compared with quotations, for one request. */
    private static final long MOST_TEXT = 2 << 20;

    /** A part of a document. */
    record Wanted(CitedDocuments.Found document, CitedPart part) {

        /** The parts around it, the nearest first. */
        private String around() {
            return String.join(" ", part.eIds().stream().flatMap(eId -> Stream.iterate(eId.parent(), Optional::isPresent,
                    outer -> outer.get().parent()).map(outer -> outer.get().value())).distinct().toList());
        }

        private String eIds() {
            return String.join(" ", part.eIds().stream().map(EId::value).toList());
        }
    }

    /** The place where a provision was looked for: a section, or the whole document for the empty eId. */
    private record Place(long revisionId, String eId) {
    }

    /**
     * @param eId of the provision; when it does not exist, of the nearest part around it, or null for none
     * @param inside the sections there; null for a provision that exists
     */
    record Found(String eId, boolean exists, ExistingNumbers inside) {
    }

    /**
     * A section with its words.
     *
     * @param paragraphs null for the first section that is not compared, because there was too much text before it
     */
    record SectionText(String eId, String marker, String heading, List<ParagraphView> paragraphs) {
    }

    private final SqlReader rows;
    private final ObjectReader paragraphs;

    CitedProvisions(SqlReader rows, ObjectMapper json) {
        this.rows = rows;
        this.paragraphs = json.readerForListOf(ParagraphView.class);
    }

    /** In one statement; none for nothing wanted. */
    Map<Wanted, Found> find(Collection<Wanted> parts) {
        List<Wanted> all = List.copyOf(new LinkedHashSet<>(parts));
        Map<Wanted, Found> found = new HashMap<>();
        if (all.isEmpty()) {
            return found;
        }
        Map<Place, ExistingNumbers> inside = new HashMap<>();
        Map<Wanted, Place> missing = new HashMap<>();
        rows.each(FIND.with("articles", all.stream().map(wanted -> wanted.document.articleId()).toList())
                .with("revisions", all.stream().map(wanted -> wanted.document.revisionId()).toList())
                .with("eids", all.stream().map(Wanted::eIds).toList())
                .with("around", all.stream().map(Wanted::around).toList()), row -> {
                    Long n = row.get("n", Long.class);
                    String eId = row.text("eid");
                    Place place = new Place(row.get("revision_id", Long.class), eId == null ? "" : eId);
                    if (n == null) {
                        inside.put(place, ExistingNumbers.read(row.texts("inside")));
                    } else if (row.get("own", Boolean.class)) {
                        found.put(all.get(n.intValue() - 1), new Found(eId, true, null));
                    } else {
                        missing.put(all.get(n.intValue() - 1), place);
                    }
                });
        missing.forEach((wanted, place) -> found.put(wanted, new Found(place.eId.isEmpty() ? null : place.eId, false,
                inside.getOrDefault(place, ExistingNumbers.NONE))));
        return found;
    }

    /**
     * The sections of the documents, in their order, as far as they are compared, and the first one that is not: by revision, in
     * one statement.
     *
     * @param eIds by revision; none for all sections
     */
    Map<Long, List<SectionText>> texts(Map<Long, Set<String>> eIds) {
        Map<Long, List<SectionText>> texts = new LinkedHashMap<>();
        if (eIds.isEmpty()) {
            return texts;
        }
        List<Long> revisions = List.copyOf(eIds.keySet());
        List<String> roots = new ArrayList<>();
        for (Long revision : revisions) {
            Set<String> first = new TreeSet<>();
            eIds.get(revision).forEach(eId -> first.add(eId.contains("__") ? eId.substring(0, eId.indexOf("__")) : eId));
            roots.add(String.join(" ", first));
        }
        rows.each(TEXTS.with("revisions", revisions).with("roots", roots).with("most", MOST_TEXT),
                row -> texts.computeIfAbsent(row.get("revision_id", Long.class), id -> new ArrayList<>())
                        .add(new SectionText(row.text("eid"), row.text("marker"), row.text("heading"), read(row.utf8("paragraphs")))));
        return texts;
    }

    private List<ParagraphView> read(byte[] json) {
        try {
            return json == null ? null : paragraphs.readValue(json);
        } catch (IOException e) {
            throw new IllegalStateException("the stored JSON of paragraphs cannot be read", e);
        }
    }
}
