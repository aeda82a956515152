package vn.loa.effect.consolidate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import java.time.LocalDate;
import java.util.UUID;
import vn.loa.directive.DirectiveView;
import vn.loa.sql.ResultRow;
import vn.loa.text.effect.EffectEvent;
import vn.loa.text.effect.EffectKind;
import vn.loa.text.effect.EffectPart;
import vn.loa.text.effect.EffectSource;
import vn.loa.text.effect.Quote;
import vn.loa.text.effect.Target;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Subject;

/** An event that is stored, as the reading of texts knows it: it touches the document of which a text is proposed. */
record AmendingEvent(UUID article, EffectEvent event) {
    /** An editor may say something of which no words are given. */
    private static final Quote NOWHERE = new Quote(new EId("nowhere"), 0, 0);

    /**
     * @param base the document that the event touches, by the rules by which documents are found
     * @param documents reads a {@link DirectiveView}
     */
    static AmendingEvent read(ResultRow row, Subject base, ObjectReader documents) {
        String eId = row.text("eid");
        String acting = row.text("acting");
        Target target = new Target(base, eId == null ? null : new EId(eId), EffectPart.ofWireName(row.text("part")).orElseThrow(),
                row.text("named"), row.text("phrase"), row.text("replacement"));
        return new AmendingEvent(row.get("article_id", UUID.class), new EffectEvent(EffectKind.ofWireName(row.text("kind")).orElseThrow(),
                target, acting == null ? null : document(acting, documents), row.texts("provisions").stream().flatMap(each -> EId.parse(each).stream()).toList(),
                row.get("from_day", LocalDate.class), row.get("until_day", LocalDate.class),
                EffectSource.ofWireName(row.text("source")).orElseThrow(), quote(row)));
    }

    private static Quote quote(ResultRow row) {
        EId paragraph = EId.parse(row.text("quote_eid")).orElse(null);
        Integer start = row.get("quote_start", Integer.class);
        Integer end = row.get("quote_end", Integer.class);
        return paragraph == null || start == null || end == null || end < start ? NOWHERE : new Quote(paragraph, start, end);
    }

    private static Subject document(String json, ObjectReader documents) {
        try {
            return PublicText.subject(documents.readValue(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored JSON of a document cannot be read", e);
        }
    }
}
