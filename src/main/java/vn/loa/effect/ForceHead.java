package vn.loa.effect;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.loa.directive.Directive;
import vn.loa.text.effect.EffectsRead;

/**
 * What the force of an article's document is found by.
 *
 * @param keys by which texts name the document
 * @param issuedOn null when unknown
 * @param consolidates the document of which it is the official consolidated text
 */
record ForceHead(UUID article, List<String> keys, LocalDate issuedOn, StoredDocument consolidates) {

    static ForceHead of(LiveText text, EffectsRead read) {
        return new ForceHead(text.article(), Directive.of(text.subject()).citedBy(), text.subject().issuedOn(),
                StoredDocument.of(read.consolidates()));
    }
}
