package vn.loa.effect.edit;

import vn.loa.directive.DirectiveView;
import vn.loa.directive.DocumentKey;
import vn.loa.text.number.DocumentNumber;
import vn.loa.text.structure.Subject;

/**
 * The document that does what an editor says.
 *
 * @param document null for the article's own
 * @param key by which it is found among public documents
 */
record ActingDocument(DirectiveView document, DocumentKey key) {

    /** The document of the article that is touched. */
    static final ActingDocument OWN = new ActingDocument(null, DocumentKey.of(null));

    static ActingDocument of(Subject document) {
        return new ActingDocument(new DirectiveView(document.type(), document.number() == null ? null : document.number().toString(),
                document.issuer(), document.issuedOn(), document.title()), DocumentKey.of(document));
    }

    static ActingDocument of(DirectiveView document) {
        return of(new Subject(document.type(), document.number() == null ? null : DocumentNumber.parse(document.number()).orElse(null),
                document.issuer(), document.issuedOn(), document.title()));
    }
}
