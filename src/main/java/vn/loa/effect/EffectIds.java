package vn.loa.effect;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.text.effect.EffectEvent;
import vn.loa.text.effect.Target;
import vn.loa.text.structure.Subject;

/**
 * The ids of the events of a text: made of the article and of what the event says, so that an event that was rejected is known
 * again when the text is read again, wherever it stands by then. Equal events are counted.
 */
final class EffectIds {
    private final UUID article;
    private final Map<String, Integer> equal = new HashMap<>();

    EffectIds(UUID article) {
        this.article = article;
    }

    UUID of(EffectEvent event) {
        Target target = event.target();
        String content = Stream.of(article, event.kind(), document(target.document()), target.eId(), target.part(), target.named(),
                target.phrase(), target.replacement(), document(event.by()), event.provisions(), event.from(), event.until(),
                event.source()).map(EffectIds::apart).collect(Collectors.joining());
        int before = equal.merge(content, 1, Integer::sum) - 1;
        return UUID.nameUUIDFromBytes((content + before).getBytes(StandardCharsets.UTF_8));
    }

    private static String document(Subject document) {
        if (document == null) {
            return null;
        }
        return document.number() != null ? document.number().key()
                : Stream.of(document.type(), document.title(), document.issuedOn()).map(EffectIds::apart).collect(Collectors.joining());
    }

    /** With its length before it, so that no two contents give the same text. */
    private static String apart(Object value) {
        return value == null ? "-;" : value.toString().length() + ":" + value + ";";
    }
}
