package vn.loa.citation.check;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What is found of a citation. */
enum Verdict {
    /** The document and the named provisions exist here, and have the quoted words. */
    EXISTS,
    /** The document exists here without one of the named provisions. */
    NO_SUCH_PROVISION,
    /** The provision has other words than those quoted. */
    QUOTATION_DIFFERS,
    /** Several documents here may be meant. */
    AMBIGUOUS,
    /** No document here agrees with the citation. It may exist elsewhere. */
    NOT_HELD,
    /** It looks like a citation and cannot be read, or names nothing that can be looked up. */
    NOT_UNDERSTOOD;

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
