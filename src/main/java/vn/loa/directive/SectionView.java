package vn.loa.directive;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.loa.directive.force.ForceView;
import vn.loa.directive.force.SectionForces;
import vn.loa.http.CacheTagged;

/** A section in JSON. */
public record SectionView(
        String eId,
        String parentEId,
        int level,
        String kind,
        String number,
        String marker,
        String heading,
        List<ParagraphView> paragraphs,
        List<CitationView> citations,
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<NoteView> notes,
        @JsonInclude(JsonInclude.Include.NON_NULL)
        ForceView force) implements CacheTagged {

    /** A section without notes. */
    public SectionView(String eId, String parentEId, int level, String kind, String number, String marker, String heading,
            List<ParagraphView> paragraphs, List<CitationView> citations) {
        this(eId, parentEId, level, kind, number, marker, heading, paragraphs, citations, List.of(), null);
    }

    /** The section with its status; null for none. */
    public SectionView with(ForceView theForce) {
        return new SectionView(eId, parentEId, level, kind, number, marker, heading, paragraphs, citations, notes, theForce);
    }

    /** The sections, each with its status if that is another one than the document's. */
    public static List<SectionView> withOwn(SectionForces forces, List<SectionView> sections) {
        return forces.own().isEmpty() ? sections : sections.stream()
                .map(section -> forces.isOfDocument(section.eId) ? section : section.with(forces.of(section.eId))).toList();
    }

    /** Its paragraphs and those of its notes. */
    public List<ParagraphView> ownAndNotes() {
        return notes.isEmpty() ? paragraphs
                : Stream.concat(paragraphs.stream(), notes.stream().flatMap(note -> note.paragraphs().stream())).toList();
    }

    /** The tags of the citations. */
    @Override
    public Set<String> cacheTags() {
        return CacheTagged.ofAll(citations);
    }
}
