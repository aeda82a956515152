package vn.loa.effect.read;

import java.util.List;
import vn.loa.listing.ListField;
import vn.loa.listing.ListModel;

/** The list parameters of relations: rows {@code t} of relation. */
public final class RelationList extends ListModel {

    private static final List<String> KINDS = List.of("basis", "guides", "consolidates", "amends", "corrects", "replaces", "repeals",
            "suspends");

    public RelationList() {
        super(RelationView.class, List.of("waitsFor"), List.of(), List.of(
                ListField.oneOf("kind", "t.kind", KINDS).withSort()), "kind", ListField.integer("id", "t.id").unfiltered(), false);
    }
}
