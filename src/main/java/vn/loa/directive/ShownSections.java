package vn.loa.directive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.directive.force.SectionForces;
import vn.loa.http.CacheTagged;
import vn.loa.json.StoredJsonList;
import vn.loa.sql.PackedValues;

/**
 * All sections of a text as finished JSON: that of the table {@code shown_text}, and what changes without the text, namely where its
 * citations lead and which sections have a status of their own.
 */
final class ShownSections extends StoredJsonList<SectionView> implements CacheTagged {

    /** In bytes: most texts get no more than this. */
    private static final int ADDED = 2048;

    private final Set<String> tags;

    /**
     * A place where the stored JSON is cut: before the end of a section, of a citation, or of all.
     *
     * @param section its eId; null for a citation
     * @param cited null for a section, and for a citation that leads nowhere
     */
    private record Cut(byte[] before, String section, CitedDocument cited) {

        static Cut read(PackedValues values) {
            byte[] before = values.utf8();
            return values.hasNext() ? new Cut(before, values.text(), cited(values.text(), values.text(), values.text(), values.text()))
                    : new Cut(before, null, null);
        }

        private static CitedDocument cited(String key, String typeKey, String issuedOn, String notAfter) {
            return key == null ? null : new CitedDocument(key, typeKey, day(issuedOn), day(notAfter));
        }

        private static LocalDate day(String text) {
            return text == null ? null : LocalDate.parse(text);
        }
    }

    private ShownSections(byte[] json, Set<String> tags, ObjectMapper mapper) {
        super(json, mapper.readerForListOf(SectionView.class));
        this.tags = tags;
    }

    /** @param forces null when no section has a status of its own */
    static ShownSections of(SectionsWithRow stored, SectionForces forces, Documents documents, ObjectMapper mapper) {
        List<Cut> cuts = new ArrayList<>();
        for (PackedValues values = new PackedValues(stored.sections()); values.hasNext();) {
            cuts.add(Cut.read(values));
        }
        Map<CitedDocument, List<CitationView.Target>> targets = documents.targets(
                cuts.stream().map(Cut::cited).filter(Objects::nonNull).collect(Collectors.toCollection(LinkedHashSet::new)), stored.cited());
        Map<CitedDocument, byte[]> resolutions = new HashMap<>();
        Set<String> tags = new LinkedHashSet<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream(stored.sections().length + ADDED);
        out.write('[');
        for (Cut cut : cuts.subList(0, cuts.size() - 1)) {
            out.writeBytes(cut.before);
            if (cut.section == null) {
                addMembers(out, resolutions.computeIfAbsent(cut.cited, cited -> {
                    CitationView.Resolution resolution = CitationView.Resolution.of(cited == null ? List.of()
                            : targets.getOrDefault(cited, List.of()));
                    tags.addAll(resolution.cacheTags(cited == null ? null : cited.key()));
                    return write(resolution, mapper);
                }));
            } else if (forces != null && !forces.isOfDocument(cut.section)) {
                addMembers(out, write(Map.of("force", forces.of(cut.section)), mapper));
            }
        }
        out.writeBytes(cuts.get(cuts.size() - 1).before);
        out.write(']');
        return new ShownSections(out.toByteArray(), tags, mapper);
    }

    /** @param object JSON, whose members follow others */
    private static void addMembers(ByteArrayOutputStream out, byte[] object) {
        out.write(',');
        out.write(object, 1, object.length - 2);
    }

    private static byte[] write(Object value, ObjectMapper mapper) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a part of a section cannot be written as JSON", e);
        }
    }

    /** The tags of the citations. */
    @Override
    public Set<String> cacheTags() {
        return tags;
    }
}
