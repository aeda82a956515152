package vn.loa.directive.force;

import java.time.LocalDate;
import java.util.Optional;
import vn.loa.listing.ListField;
import vn.loa.listing.ListQuery;

/** The filter {@code inForceOn}: a day on which a document, or a part of it, is in force. */
public final class InForceOn {

    private static final String NAME = "inForceOn";
    private static final String PERIODS = "in_force_period";

    private InForceOn() {
    }

    /**
     * For a list of articles.
     *
     * @param article the SQL expression of the id of the article that carries the document
     * @param publishedAt the name of the field that says when it was first published
     */
    public static ListField ofPublished(String article, String publishedAt) {
        return ListField.onDay(NAME, article, PERIODS, publishedAt, "published_at");
    }

    /**
     * For a list of documents.
     *
     * @param article the SQL expression of the id of the article that carries the document
     * @param issuedOn the name of the field that says when it was issued
     */
    public static ListField ofIssued(String article, String issuedOn) {
        return ListField.onDayFrom(NAME, article, PERIODS, issuedOn, "issued_on");
    }

    /** The day that a request asks about; empty without one. */
    public static Optional<LocalDate> day(ListQuery query) {
        return query.value(NAME).map(LocalDate.class::cast);
    }
}
