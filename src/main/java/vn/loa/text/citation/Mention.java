package vn.loa.text.citation;

import java.time.LocalDate;
import vn.loa.text.number.DocumentNumber;

/**
 * A document that a line names. A mention and its paragraph's eId together make a {@link Citation}.
 *
 * @param announced whether the words before the document announce its issue ("{issuer} ban hành {Type} số …")
 */
record Mention(int start, int end, String type, DocumentNumber number, LocalDate issuedOn, String issuer, String title,
        boolean announced) {

    static Mention of(int start, int end, String type, DocumentNumber number) {
        return new Mention(start, end, type, number, null, null, null, false);
    }

    Mention with(LocalDate date, int newEnd) {
        return new Mention(start, newEnd, type, number, date, issuer, title, announced);
    }

    Mention withIssuer(String newIssuer) {
        return new Mention(start, end, type, number, issuedOn, newIssuer, title, announced);
    }

    Mention withTitle(String newTitle) {
        return new Mention(start, end, type, number, issuedOn, issuer, newTitle, announced);
    }

    /** The mention with date and issuer from the words before it; the values of the mention itself take precedence. */
    Mention announced(LocalDate date, String by) {
        return new Mention(start, end, type, number, issuedOn == null ? date : issuedOn, issuer == null ? by : issuer,
                title, true);
    }
}
