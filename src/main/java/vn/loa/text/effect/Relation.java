package vn.loa.text.effect;

import java.util.Objects;
import vn.loa.text.structure.Subject;

/**
 * A document to which the text's own document stands in a relation.
 *
 * @param by the document that stands in it; null for the one that the text carries. Only notes tell of others.
 * @param quote the words that say so; null for a relation that the title states
 */
public record Relation(RelationKind kind, Subject by, Subject document, Quote quote) {
    public Relation {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(document, "document");
    }
}
