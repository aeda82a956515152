package vn.loa.effect;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.loa.sql.ResultRow;
import vn.loa.text.effect.EffectEvent;
import vn.loa.text.effect.EffectKind;
import vn.loa.text.effect.EffectPart;
import vn.loa.text.effect.EffectSource;
import vn.loa.text.effect.Target;
import vn.loa.text.number.DocumentNumber;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Subject;

/** Reads stored events as far as force depends on them. */
final class KnownEvents {

    /** One amending text says most of what is read at once. */
    private final Map<String, Optional<DocumentNumber>> numbers = new HashMap<>();

    /**
     * Of a row with the columns of effect, and {@code by_number}: the number of the document that does it, that of the text's own
     * document where the row names none.
     */
    KnownEvent read(ResultRow row) {
        String eId = row.text("eid");
        Target target = new Target(null, eId == null ? null : new EId(eId), EffectPart.ofWireName(row.text("part")).orElseThrow(),
                row.text("named"), row.text("phrase"), row.text("replacement"));
        String number = row.text("by_number");
        Subject by = number == null ? null : numbers.computeIfAbsent(number, DocumentNumber::parse)
                .map(parsed -> new Subject(null, parsed, null, null, null)).orElse(null);
        return new KnownEvent(row.get("id", UUID.class), new EffectEvent(EffectKind.ofWireName(row.text("kind")).orElseThrow(), target, by,
                List.of(), row.get("from_day", LocalDate.class), row.get("until_day", LocalDate.class),
                EffectSource.ofWireName(row.text("source")).orElseThrow(), null), row.get("read_in", LocalDate.class));
    }
}
