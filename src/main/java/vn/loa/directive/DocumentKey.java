package vn.loa.directive;

import java.time.LocalDate;
import vn.loa.text.structure.Subject;

/**
 * By what a document that a text names is found among those that are public here: see the table document.
 *
 * @param key of its number, or of the name of a law; null when nothing can be found by what the text says
 * @param typeKey the type as it is compared; null when the text names none
 * @param issuedOn null when the text gives none
 */
public record DocumentKey(String key, String typeKey, LocalDate issuedOn) {

    private static final DocumentKey NONE = new DocumentKey(null, null, null);

    /** A law's name alone is the name of several laws, one after the other: without its day it finds none of them. */
    public static DocumentKey of(Subject document) {
        if (document == null) {
            return NONE;
        }
        String key = document.number() != null ? document.number().key()
                : document.issuedOn() != null ? CitedDocument.nameKey(document.type(), document.title()) : null;
        return new DocumentKey(key, CitedDocument.typeKey(document.type()), document.issuedOn());
    }
}
