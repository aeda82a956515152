package vn.loa.directive.force;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.loa.sql.NamedSql;

/**
 * Whether a document and its sections are in force on a day.
 *
 * @param document the status of the document
 * @param own the statuses of sections that have one of their own, by eId
 */
public record SectionForces(ForceView document, Map<String, ForceView> own) {

    /** @param found by eId; that of the document has none */
    static SectionForces of(Map<String, ForceView> found) {
        Map<String, ForceView> own = new HashMap<>(found);
        ForceView document = own.remove(Forces.DOCUMENT);
        return new SectionForces(document == null ? ForceView.UNKNOWN : document, own);
    }

    /** The condition, beginning with {@code and}, that a section is in force. */
    public NamedSql inForce(String eId) {
        boolean byDefault = document.isInForce();
        List<String> others = own.entrySet().stream().filter(section -> section.getValue().isInForce() != byDefault)
                .map(Map.Entry::getKey).toList();
        return new NamedSql(" and " + eId + (byDefault ? " <> all (" : " = any (") + ":force)", Map.of("force", others));
    }

    /** Whether a section has the same status as the document, for the same reasons. */
    public boolean isOfDocument(String eId) {
        return of(eId).equals(document);
    }

    /** The status of a section: its own, or that of the document. */
    public ForceView of(String eId) {
        return own.getOrDefault(eId, document);
    }
}
