package vn.loa.directive;

import java.time.LocalDate;
import java.util.Locale;

/**
 * What a citation says of the document that it names, as far as it decides which documents are meant.
 *
 * @param typeKey the type in lower case; null when the text names none
 * @param issuedOn null when the text gives none
 */
record CitedDocument(String numberKey, String typeKey, LocalDate issuedOn) {

    /** The type as it is compared. Made by Java on both sides, because PostgreSQL's lower depends on its locale. */
    static String typeKey(String type) {
        return type == null ? null : type.toLowerCase(Locale.ROOT);
    }
}
