package vn.loa.directive;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.loa.text.citation.Citation;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.number.DocumentTypes;

/**
 * What a citation says of the document that it names, as far as it decides which documents are meant.
 *
 * @param key the number's {@link vn.loa.text.number.DocumentNumber#key}, or the {@link #nameKey} of a law
 * @param typeKey the type in lower case; null when the text names none
 * @param issuedOn null when the text gives none
 * @param notAfter the date of the text itself, which cannot mean a later law by a mere name; null when it decides nothing
 */
public record CitedDocument(String key, String typeKey, LocalDate issuedOn, LocalDate notAfter) {

    private static final Pattern TYPE = Pattern.compile("^(?:bộ luật|luật|pháp lệnh) ");

    /** The type as it is compared. Made by Java on both sides, because PostgreSQL's lower depends on its locale. */
    public static String typeKey(String type) {
        return type == null ? null : type.toLowerCase(Locale.ROOT);
    }

    /** The name of a law as it is compared; null for other documents, which no text cites by their titles. */
    public static String nameKey(String type, String title) {
        if (type == null || title == null || title.isBlank() || !DocumentTypes.isLaw(type)) {
            return null;
        }
        return "law:" + TYPE.matcher(VietnameseText.oneLine(title).toLowerCase(Locale.ROOT)).replaceFirst("");
    }

    /** The key of what a citation names; null when nothing can be found by it, as by "Luật Đất đai năm 2013", where the day is missing. */
    public static String key(Citation citation) {
        if (citation.number() != null) {
            return citation.number().key();
        }
        return citation.issuedOn() != null || isMereName(citation) ? nameKey(citation.type(), citation.title()) : null;
    }

    /** Whether the text gives a law's name and neither its day nor its year. */
    public static boolean isMereName(Citation citation) {
        return citation.number() == null && citation.issuedOn() == null && citation.title() != null
                && citation.raw().equals(citation.type() + " " + citation.title());
    }
}
