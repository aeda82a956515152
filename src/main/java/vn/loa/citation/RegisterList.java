package vn.loa.citation;

import java.util.List;
import java.util.Set;
import vn.loa.directive.force.InForceOn;
import vn.loa.listing.KeptCounts;
import vn.loa.listing.ListField;
import vn.loa.listing.ListModel;
import vn.loa.listing.SortOrder;
import vn.loa.text.citation.DocumentQuery;

/** The list parameters of the register: the rows {@code d} of the view {@code public_directive}. */
public final class RegisterList extends ListModel {

    private static final String CATEGORY = "category";
    private static final String ISSUED_ON = "issuedOn";

    private static final List<ListField> FIELDS = List.of(
            ListField.text("number", "d.number_fold", DocumentQuery::foldedNumber),
            ListField.folded("type", "d.type_fold"),
            ListField.folded("issuer", "d.issuer_fold"),
            ListField.integer("year", "d.year").withRange(1, 9999),
            ListField.named(CATEGORY, "d.category_id", "category_identities"),
            ListField.words("text", "d.words"),
            InForceOn.field("d.article_id"),
            ListField.date(ISSUED_ON, "d.issued_on").withSort().withNulls(),
            ListField.text("title", SortOrder.ofTitle("d.title")).unfiltered().withSort());

    public RegisterList() {
        super(RegisterEntryView.class, List.of(), List.of(), FIELDS, "-" + ISSUED_ON, ListField.id("d.article_id"), true);
    }

    @Override
    protected KeptCounts keptCounts() {
        return new KeptCounts("directives", List.of("issuer", "year", "type"), null,
                InForceOn.ofIssued("join public_directive d on d.article_id = f.article_id", ISSUED_ON), new KeptCounts.NamedValues(CATEGORY, Set.of()));
    }
}
