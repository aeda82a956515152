package vn.loa.effect.read;

import java.util.Arrays;
import java.util.List;
import vn.loa.listing.ListField;
import vn.loa.listing.ListModel;
import vn.loa.text.effect.EffectKind;
import vn.loa.text.effect.EffectSource;
import vn.loa.text.structure.EId;

/** The list parameters of events: rows {@code t}, see {@link EffectRow}. */
public final class EffectList extends ListModel {

    public EffectList() {
        super(EffectView.class, List.of("version", "waitsFor"), List.of(), List.of(
                ListField.oneOf("kind", "t.kind", Arrays.stream(EffectKind.values()).map(EffectKind::wireName).toList()),
                ListField.oneOf("source", "t.source", Arrays.stream(EffectSource.values()).map(EffectSource::wireName).toList()),
                ListField.text("section", "t.eid", text -> EId.parse(text).map(EId::value).orElse("")),
                ListField.date("since", "t.from_day").withSort().withNulls()),
                "since", ListField.id("t.id"), false);
    }
}
