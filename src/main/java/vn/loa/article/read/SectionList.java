package vn.loa.article.read;

import java.util.Arrays;
import java.util.List;
import vn.loa.directive.SectionView;
import vn.loa.listing.ListField;
import vn.loa.listing.ListModel;
import vn.loa.text.structure.SectionKind;

/** The list parameters of a directive's sections: columns of {@code section s}. */
public final class SectionList extends ListModel {

    private static final ListField POSITION = ListField.integer("position", "cast(s.position as bigint)").unfiltered().withSort();

    public SectionList() {
        super(SectionView.class, List.of(), List.of(), List.of(
                ListField.oneOf("kind", "s.kind",
                        Arrays.stream(SectionKind.values()).map(SectionKind::wireName).toList()),
                ListField.integer("level", "cast(s.level as bigint)").withSort(),
                ListField.text("parentEId", "s.parent_eid"),
                POSITION), "position", POSITION, false);
    }
}
