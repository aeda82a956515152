package vn.loa.directive.force;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import vn.loa.listing.KeptCounts;
import vn.loa.listing.ListField;
import vn.loa.listing.ListQuery;

/** The filter {@code inForceOn}: a day on which a document, or a part of it, is in force. */
public final class InForceOn {

    private static final String NAME = "inForceOn";
    private static final String PERIODS = "in_force_period";
    private static final String RANGES = "in_force_filter f";
    private static final String KEY = "f.article_id";

    private InForceOn() {
    }

    /** @param article the SQL expression of the id of the article that carries the document */
    public static ListField field(String article) {
        return ListField.onDay(NAME, article, PERIODS);
    }

    /**
     * Where the articles are whose documents are in force on a day, in the order in which they were published.
     *
     * @param join the join of the list's own table
     * @param publishedAt the name of the field that says when an article was first published
     */
    public static KeptCounts.FilterTable ofPublished(String join, String publishedAt) {
        return new KeptCounts.FilterTable(RANGES, join, Map.of(publishedAt, "f.published_at", "id", KEY), KEY);
    }

    /**
     * The same, in the order in which the documents were issued.
     *
     * @param issuedOn the name of the field that says when a document was issued
     */
    public static KeptCounts.FilterTable ofIssued(String join, String issuedOn) {
        return new KeptCounts.FilterTable(RANGES, join, Map.of(issuedOn, "f.issued_on", "id", KEY), KEY);
    }

    /** The day that a request asks about; empty without one. */
    public static Optional<LocalDate> day(ListQuery query) {
        return query.value(NAME).map(LocalDate.class::cast);
    }
}
