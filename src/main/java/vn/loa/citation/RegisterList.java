package vn.loa.citation;

import java.util.List;
import java.util.Set;
import vn.loa.listing.KeptCounts;
import vn.loa.listing.ListField;
import vn.loa.listing.ListModel;
import vn.loa.listing.SortOrder;
import vn.loa.text.citation.DocumentQuery;

/** The list parameters of the register: the rows {@code d} of the view {@code public_directive}. */
public final class RegisterList extends ListModel {

    private static final List<ListField> FIELDS = List.of(
            ListField.text("number", "d.number_fold", "The document number, however it is spaced and accented.", "22-CT/TU",
                    DocumentQuery::foldedNumber),
            ListField.folded("type", "d.type_fold", "The type; case and accents do not matter.", "chi thi"),
            ListField.folded("issuer", "d.issuer_fold", "Who issued it; case and accents do not matter.",
                    "Ban Thường vụ Tỉnh ủy"),
            ListField.integer("year", "d.year", "The year of issue, from 1 to 9999; of a directive without a date, the year "
                    + "inside its number.", "2022").withRange(1, 9999),
            ListField.words("text", "d.words", "Words that its type, number, issuer and title have, all of them, in any "
                    + "order; case and accents do not matter.", "an toan giao thong"),
            ListField.date("issuedOn", "d.issued_on", "The date of issue.", "2022-07-13").withSort().withNulls(),
            ListField.text("title", SortOrder.ofTitle("d.title"), "", "").unfiltered().withSort());

    public RegisterList() {
        super(RegisterEntryView.class, List.of(), List.of(), FIELDS, "-issuedOn", ListField.id("d.article_id"), true);
    }

    @Override
    protected KeptCounts keptCounts() {
        return new KeptCounts("directives", Set.of("type", "issuer", "year"));
    }
}
