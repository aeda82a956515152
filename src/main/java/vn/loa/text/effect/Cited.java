package vn.loa.text.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.loa.text.citation.Citation;
import vn.loa.text.citation.CitationFinder;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Subject;

/** The documents that one line names. */
final class Cited {
    private static final EId ANY = new EId("p");

    private final List<Citation> citations;

    private Cited(List<Citation> citations) {
        this.citations = citations;
    }

    static Cited in(String line) {
        return new Cited(CitationFinder.citations(List.of(new Paragraph(ANY, line)), null));
    }

    List<Citation> all() {
        return citations;
    }

    /** The first one from an offset on. */
    Optional<Citation> from(int offset) {
        int index = index(offset);
        return index < citations.size() ? Optional.of(citations.get(index)) : Optional.empty();
    }

    /** Those that begin from an offset on. */
    List<Citation> behind(int offset) {
        return citations.subList(index(offset), citations.size());
    }

    private int index(int offset) {
        int low = 0;
        int high = citations.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (citations.get(middle).start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    static Subject document(Citation citation) {
        return new Subject(citation.type(), citation.number(), citation.issuer(), citation.issuedOn(), citation.title());
    }

    static List<EId> provisions(Citation citation) {
        List<EId> all = new ArrayList<>();
        citation.pinpoints().forEach(pinpoint -> all.add(pinpoint.eId()));
        return all;
    }
}
