package vn.loa.text.effect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.citation.Citation;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Subject;

/**
 * The head of an official consolidated text: the act that it consolidates, since when that applies, and what has amended
 * it ("…, có hiệu lực kể từ ngày …, được sửa đổi, bổ sung bởi: 1. …").
 */
final class ConsolidatedHead {
    /** A head stands among the first paragraphs; a list of amending acts is at most this long. */
    private static final int MOST_PARAGRAPHS = 200;
    private static final Pattern AMENDED = Pattern.compile("được (" + Verbs.ANY + "(?:, (?:" + Verbs.ANY + ")){0,20})(?: một số điều)?"
            + "(?: một phần)?(?: theo| bởi)(?: các (?:văn bản|Thông tư|Nghị định|Luật|Quyết định)(?: sau(?: đây)?)?)? ?(?::|(?=\\p{Lu}))");
    private static final Pattern NUMBERED = Pattern.compile("(?:[0-9]{1,2}[.)]|[a-zđ]\\)|[-+–]) ?");
    private static final Pattern NEXT = Pattern.compile("(?:[:;]| và) (?:[0-9]{1,2}[.)] )?(?=\\p{Lu})");
    private static final String BASIS = "Căn cứ";

    private final Subject consolidated;
    private final List<EffectEvent> events = new ArrayList<>();
    private final Map<String, LocalDate> dates = new HashMap<>();

    private ConsolidatedHead(Subject consolidated) {
        this.consolidated = consolidated;
    }

    /** The head in the paragraphs before the first section. */
    static Optional<ConsolidatedHead> in(List<Paragraph> preamble) {
        for (int i = 0; i < Math.min(preamble.size(), MOST_PARAGRAPHS); i++) {
            String text = preamble.get(i).text();
            if (text.startsWith(BASIS)) {
                return Optional.empty();
            }
            Matcher amended = AMENDED.matcher(text);
            if (!amended.find()) {
                continue;
            }
            Cited cited = Cited.in(text);
            Optional<Citation> base = cited.from(0).filter(first -> first.start() == 0 && first.end() <= amended.start());
            if (base.isPresent()) {
                ConsolidatedHead head = new ConsolidatedHead(Cited.document(base.get()));
                head.read(preamble, i, cited, amended);
                return Optional.of(head);
            }
        }
        return Optional.empty();
    }

    private void read(List<Paragraph> preamble, int first, Cited cited, Matcher amended) {
        Paragraph paragraph = preamble.get(first);
        Force.in(paragraph.text(), 0, amended.start()).ifPresent(force -> events.add(new EffectEvent(EffectKind.COMMENCE,
                Target.whole(consolidated, null), null, List.of(), force.first(consolidated.issuedOn()), force.until(),
                EffectSource.NOTE, new Quote(paragraph.eId(), 0, force.end()))));
        EffectKind kind = Verbs.kind(amended.group(1), false);
        amending(paragraph, cited, amended.end(), kind);
        for (int i = first + 1; i < Math.min(preamble.size(), first + MOST_PARAGRAPHS); i++) {
            String text = preamble.get(i).text();
            if (text.startsWith(BASIS) || !amending(preamble.get(i), Cited.in(text), 0, kind)) {
                break;
            }
        }
    }

    /** Reads the amending acts of a paragraph from an offset on; false when it begins with none. */
    private boolean amending(Paragraph paragraph, Cited cited, int from, EffectKind kind) {
        String text = paragraph.text();
        int start = skip(text, from);
        boolean any = false;
        while (start >= 0 && start < text.length()) {
            int at = start;
            Optional<Citation> citation = cited.from(at).filter(found -> found.start() == at);
            if (citation.isEmpty()) {
                return any;
            }
            any = true;
            Optional<Force> force = Force.in(text, citation.get().end(), text.length());
            int end = force.map(Force::end).orElse(citation.get().end());
            add(paragraph, citation.get(), force, end, kind);
            start = force.isPresent() ? next(text, end) : -1;
        }
        return any;
    }

    private void add(Paragraph paragraph, Citation citation, Optional<Force> force, int end, EffectKind kind) {
        Subject by = Cited.document(citation);
        LocalDate from = force.map(found -> found.first(by.issuedOn())).orElse(null);
        if (by.number() != null && from != null) {
            dates.put(by.number().key(), from);
        }
        EffectPart part = kind == EffectKind.REPEAL || kind == EffectKind.REPLACE ? EffectPart.CONTENT : EffectPart.WHOLE;
        events.add(new EffectEvent(kind, Target.part(consolidated, null, part), by, List.of(), from, null, EffectSource.NOTE,
                new Quote(paragraph.eId(), citation.start(), end)));
    }

    private static int skip(String text, int from) {
        int at = text.startsWith(" ", from) ? from + 1 : from;
        Matcher numbered = NUMBERED.matcher(text).region(at, text.length());
        return numbered.lookingAt() ? numbered.end() : at;
    }

    private static int next(String text, int end) {
        Matcher next = NEXT.matcher(text).region(end, text.length()).useTransparentBounds(true);
        return next.lookingAt() ? next.end() : -1;
    }

    Subject consolidated() {
        return consolidated;
    }

    List<EffectEvent> events() {
        return events;
    }

    /** The day from which an amending act applies; null when the head does not say it. */
    LocalDate date(Subject by) {
        return by.number() == null ? null : dates.get(by.number().key());
    }
}
