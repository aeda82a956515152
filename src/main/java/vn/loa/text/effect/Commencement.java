package vn.loa.text.effect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.citation.NamedParts;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Subject;

/**
 * Since when a document applies, by its own words: "Thông tư này có hiệu lực thi hành kể từ ngày …, trừ quy định tại khoản
 * 2 Điều này. 2. Khoản 3 Điều 19 Thông tư này có hiệu lực từ ngày …".
 */
final class Commencement {
    private static final int FARTHEST = 160;
    private static final Pattern WHOLE = Pattern.compile("(?:Kể từ ngày[^,.;]{1,80}, )?" + Sentences.SELF
            + "(?<between>[^.;:“”]{0,120}?) (?:bắt đầu )?có hiệu lực(?! pháp luật)");
    private static final Pattern OWN = Pattern.compile(" (?:của )?" + Sentences.SELF + "(?=,? (?:bắt đầu )?có hiệu lực)");
    private static final Pattern PLAIN = Pattern.compile("(?:Riêng )?(?:(?:Các |các )?(?:quy định|Quy định|nội dung|Nội dung) "
            + "(?:tại |của |trong )?)?(?:[Cc]ác )?");
    private static final Pattern EXCEPT = Pattern.compile(",? ?(?:\\()?(?:trừ|ngoại trừ)(?= )");

    private final Subject self;
    private final LocalDate signedOn;
    private final List<EffectEvent> events = new ArrayList<>();
    private final List<Quote> unread = new ArrayList<>();
    private final Map<EId, LocalDate> split = new HashMap<>();
    private LocalDate general;

    /** @param self the document whose text this is; null when it is not known */
    Commencement(Subject self) {
        this.self = self;
        signedOn = self == null ? null : self.issuedOn();
    }

    void read(TextLine line) {
        String text = line.text();
        if (!text.contains("có hiệu lực")) {
            return;
        }
        NamedParts parts = NamedParts.of(text);
        for (Sentences.Sentence sentence : Sentences.of(text)) {
            Matcher whole = WHOLE.matcher(text).region(sentence.start(), sentence.end());
            if (whole.lookingAt()) {
                if (!whole.group("between").contains("hết hiệu lực")) {
                    whole(line, parts, sentence, whole.end() - "có hiệu lực".length());
                }
            } else {
                part(line, parts, sentence);
            }
        }
    }

    private void whole(TextLine line, NamedParts parts, Sentences.Sentence sentence, int verb) {
        Optional<Force> force = Force.in(line.text(), verb, Math.min(sentence.end(), verb + FARTHEST))
                .filter(found -> found.start() <= verb + 1);
        int end = force.map(Force::end).orElse(sentence.end());
        LocalDate from = force.map(found -> found.first(signedOn)).orElse(null);
        general = general == null ? from : general;
        add(line, Target.whole(self, null), from, force.map(Force::until).orElse(null), sentence.start(), end);
        Matcher except = EXCEPT.matcher(line.text()).region(end, sentence.end());
        if (force.isPresent() && except.find()) {
            except(line, parts, except.end(), sentence.end());
        }
    }

    /** What does not begin to apply with the rest: its own day, or none that is known here. */
    private void except(TextLine line, NamedParts parts, int from, int to) {
        List<NamedParts.Group> named = parts.within(from, to);
        Optional<Force> own = Force.in(line.text(), from, to);
        if (named.isEmpty()) {
            unread.add(line.quote(from, to));
            return;
        }
        for (NamedParts.Group group : named) {
            // "khoản 2 Điều này" is not an exception: it names the clause that says it.
            if (!group.isHere()) {
                LocalDate day = own.map(found -> found.first(signedOn)).orElse(null);
                List<EId> eIds = group.eIds(line.at(), null);
                eIds.forEach(eId -> add(line, Target.whole(self, eId), day, null, from, to));
                if (eIds.isEmpty()) {
                    unread.add(line.quote(from, to));
                }
            }
        }
    }

    private void part(TextLine line, NamedParts parts, Sentences.Sentence sentence) {
        String text = line.text();
        Optional<Force> force = Force.in(text, sentence.start(), sentence.end());
        Matcher own = OWN.matcher(text).region(sentence.start(), sentence.end()).useTransparentBounds(true);
        if (force.isEmpty() || !own.find() || own.end() > force.get().start()) {
            return;
        }
        List<NamedParts.Group> named = parts.within(sentence.start(), own.start());
        if (named.isEmpty() || named.get(named.size() - 1).end() != own.start()) {
            unread.add(line.quote(sentence.start(), sentence.end()));
            return;
        }
        boolean plain = PLAIN.matcher(text.substring(sentence.start(), named.get(0).start())).matches();
        EffectPart part = plain ? EffectPart.WHOLE : EffectPart.CONTENT;
        named.forEach(group -> group.eIds(line.at(), null).forEach(eId -> add(line, Target.part(self, eId, part),
                force.get().first(signedOn), force.get().until(), sentence.start(), force.get().end())));
    }

    private void add(TextLine line, Target target, LocalDate from, LocalDate until, int start, int end) {
        events.add(new EffectEvent(EffectKind.COMMENCE, target, self, List.of(line.section().eId()), from, until,
                EffectSource.CLAUSE, line.quote(start, end)));
        if (target.eId() != null && target.part() == EffectPart.WHOLE) {
            split.put(target.eId(), from);
        }
    }

    /** The first day of the whole document; null when it is not known. */
    LocalDate general() {
        return general;
    }

    /** The first day of a provision; null when it is not known. */
    LocalDate of(EId provision) {
        for (EId each = provision; each != null; each = each.parent().orElse(null)) {
            if (split.containsKey(each)) {
                return split.get(each);
            }
        }
        return general;
    }

    List<EffectEvent> events() {
        return events;
    }

    List<Quote> unread() {
        return unread;
    }
}
