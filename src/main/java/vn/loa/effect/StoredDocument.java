package vn.loa.effect;

import vn.loa.directive.Directive;
import vn.loa.directive.DirectiveView;
import vn.loa.directive.DocumentKey;
import vn.loa.text.structure.Subject;

/**
 * A document that a text names, as it is stored: what the text says, and by what the document is found. All null for the
 * document that the text carries.
 */
record StoredDocument(DirectiveView view, DocumentKey key) {

    static StoredDocument of(Subject document) {
        return new StoredDocument(document == null ? null : Directive.of(document).view(), DocumentKey.of(document));
    }
}
