package vn.loa.effect;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.loa.directive.DirectiveView;
import vn.loa.text.effect.EffectEvent;
import vn.loa.text.effect.EffectsRead;
import vn.loa.text.effect.Target;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Subject;

/** An event as a row of the table effect. The components are the columns. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record StoredEffect(UUID article, UUID id, String source, int place, String kind, DirectiveView target, String targetKey, String targetTypeKey,
        LocalDate targetIssuedOn, String eid, String part, String named, String phrase, String replacement, DirectiveView acting,
        String actingKey, String actingTypeKey, LocalDate actingIssuedOn, List<String> provisions, LocalDate fromDay,
        LocalDate untilDay, LocalDate readIn, String quote, String quoteEid, Integer quoteStart, Integer quoteEnd) {

    /** The events of a text, each with a place from 1. */
    static List<StoredEffect> all(LiveText text, EffectsRead read) {
        EffectIds ids = new EffectIds(text.article());
        LiveText.Words words = text.words();
        List<StoredEffect> all = new ArrayList<>();
        for (EffectEvent each : read.events()) {
            EffectEvent event = ofItself(each, text.subject());
            all.add(of(text.article(), event, ids.of(event), all.size() + 1, text.subject().issuedOn(), words));
        }
        return all;
    }

    /** What the text says of its own document names none, so that it stays the same when the document's number is put right. */
    private static EffectEvent ofItself(EffectEvent event, Subject subject) {
        Target target = event.target();
        return new EffectEvent(event.kind(), new Target(subject.equals(target.document()) ? null : target.document(), target.eId(),
                target.part(), target.named(), target.phrase(), target.replacement()), subject.equals(event.by()) ? null : event.by(),
                event.provisions(), event.from(), event.until(), event.source(), event.quote());
    }

    private static StoredEffect of(UUID article, EffectEvent event, UUID id, int place, LocalDate readIn, LiveText.Words words) {
        StoredDocument target = StoredDocument.of(event.target().document());
        StoredDocument acting = StoredDocument.of(event.by());
        LiveText.Quoted quote = words.at(event.quote());
        return new StoredEffect(article, id, event.source().wireName(), place, event.kind().wireName(), target.view(), target.key().key(),
                target.key().typeKey(), target.key().issuedOn(), event.target().eId() == null ? null : event.target().eId().value(),
                event.target().part().wireName(), event.target().named(), event.target().phrase(), event.target().replacement(),
                acting.view(), acting.key().key(), acting.key().typeKey(), acting.key().issuedOn(),
                event.provisions().stream().map(EId::value).toList(), event.from(), event.until(), readIn, quote.text(),
                quote.eId(), quote.start(), quote.end());
    }
}
