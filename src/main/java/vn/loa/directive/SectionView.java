package vn.loa.directive;

import java.util.List;
import java.util.Set;
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
        List<CitationView> citations) implements CacheTagged {

    /** The tags of the citations. */
    @Override
    public Set<String> cacheTags() {
        return CacheTagged.ofAll(citations);
    }
}
