package vn.loa.text;

import java.time.LocalDate;

/**
 * A document as a line names it: a {@link Citation} before it is known where the line belongs.
 *
 * @param announced whether the words before it say that it was just issued ("{issuer} ban hành {Type} số …")
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

    /** With what the words before it say, where the words behind it say nothing. */
    Mention announced(LocalDate date, String by) {
        return new Mention(start, end, type, number, issuedOn == null ? date : issuedOn, issuer == null ? by : issuer,
                title, true);
    }
}
