package vn.loa.text.effect;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.citation.Citation;
import vn.loa.text.citation.NamedParts;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Subject;

/** The events that the instructions of an amending text make: "Sửa đổi, bổ sung khoản 2 Điều 5 như sau: “…”". */
final class Instructions {
    private static final int FLAGS = Pattern.UNICODE_CASE | Pattern.CASE_INSENSITIVE;
    /** Several provisions, which the lines below name one by one. */
    private static final Pattern SEVERAL = Pattern.compile("(?:một số|các) (?:điều|khoản|điểm|nội dung|quy định|mẫu|phụ lục|biểu)"
            + "[^“”]{0,120}? (?:của|tại|ban hành kèm theo) (?:Phụ lục)?", FLAGS);
    /** What stands between a document and the next part that is no part of its title. */
    private static final Pattern LINKED = Pattern.compile("(?:[,;]|,? và)(?: các| tại)? $");
    private static final int LONGEST_LINK = 12;
    private static final int LONGEST_TITLE = 2_000;
    private static final Pattern PLAIN = Pattern.compile("(?:các |quy định tại |toàn bộ )*+", FLAGS);
    private static final Pattern HEADING = Pattern.compile("(?:tên|tiêu đề)(?: của)? ", FLAGS);
    private static final Pattern PARAGRAPH = Pattern.compile("(?:đoạn|câu|dòng|gạch đầu dòng)[^“”;]{0,60} ", FLAGS);
    private static final Pattern PART = Pattern.compile("(?:các )?(?:điểm|khoản|điều) ", FLAGS);
    private static final Pattern UNIT = Pattern.compile("(?:(?<unit>Phụ lục|Chương) "
            + "(?<number>(?:số )?[IVXLC]{1,8}[a-z]?|[0-9]{1,3}[a-z]?))(?![\\p{L}0-9])");
    private static final Pattern NAMED = Pattern.compile("(?:các |toàn bộ )*+(?:mẫu|biểu mẫu|biểu|phụ lục|danh mục|bảng|mục|tiểu mục|phần"
            + "|khoản|điểm)"
            + "(?![\\p{L}])[^“”;:]{0,200}?(?= ban hành| kèm theo| bằng | của | tại (?:Thông tư|Nghị định|Quyết định|Nghị quyết)|[.;:]?$)",
            FLAGS);
    private static final Pattern DONE = Pattern.compile(" (?:được|bị) (" + Verbs.ANY + ")(?= như sau|:|\\.|;|$| thành)");

    private final Subject self;
    private final Commencement commencement;
    private final ClauseDays days;
    /** The offsets of the present line that stand in quotation marks. */
    private BitSet quoted = new BitSet();
    private final Deque<Amended> around = new ArrayDeque<>();
    private final List<EffectEvent> events = new ArrayList<>();
    private final List<Quote> unread = new ArrayList<>();

    Instructions(Subject self, Commencement commencement) {
        this.self = self;
        this.commencement = commencement;
        days = new ClauseDays(self, commencement);
        if (self != null && self.title() != null && self.title().contains("ửa đổi")) {
            Cited.in(self.title()).from(0).ifPresent(cited -> around.push(new Amended(0, Cited.document(cited), null)));
        }
    }

    /** @param next the line below; null at the end */
    void read(TextLine line, TextLine next) {
        if (line.opens()) {
            while (!around.isEmpty() && around.peek().level() >= line.section().level()) {
                around.pop();
            }
        }
        String text = line.text();
        quoted = Quotations.in(text);
        List<InstructionLine> orders = InstructionLine.of(text, quoted);
        // Most headings begin with a part. Their documents are looked for only where something is done to one.
        if (orders.isEmpty() && !(PART.matcher(text).lookingAt() && DONE.matcher(text).find())) {
            return;
        }
        NamedParts parts = NamedParts.of(text);
        Cited cited = Cited.in(text);
        if (orders.isEmpty()) {
            passive(line, parts, cited);
            return;
        }
        boolean umbrella = text.endsWith(":") && next != null && next.opens() && InstructionLine.begins(next.text())
                && next.section().eId().value().startsWith(line.section().eId().value() + "__");
        orders.forEach(order -> order(line, order, parts, cited, umbrella));
    }

    private Subject document() {
        return around.stream().map(Amended::document).filter(document -> document != null).findFirst().orElse(null);
    }

    private EId inside() {
        return around.isEmpty() ? null : around.peek().inside();
    }

    private void order(TextLine line, InstructionLine order, NamedParts parts, Cited cited, boolean umbrella) {
        String text = line.text();
        Optional<Citation> citation = cited.from(order.named()).filter(found -> found.start() < Math.max(order.end(), order.named() + 1));
        Matcher several = SEVERAL.matcher(text).region(order.named(), text.length());
        if (several.lookingAt() && citation.isPresent() && parts.at(several.end()).isEmpty()) {
            around.push(new Amended(line.section().level(), Cited.document(citation.get()), null));
            return;
        }
        if (several.lookingAt() && parts.at(several.end()).isPresent()) {
            List<Target> holders = places(text, parts, cited, several.end(), order.limit());
            if (holders.size() == 1) {
                around.push(new Amended(line.section().level(), holders.get(0).document(), holders.get(0).eId()));
                return;
            }
        }
        if (PhraseChange.at(text, order)) {
            phrases(line, order, parts, cited);
            return;
        }
        EffectKind kind = Verbs.kind(order.verb(), false);
        OptionalInt except = kind == EffectKind.REPEAL ? Exceptions.first(text, quoted, order.named(), order.end()) : OptionalInt.empty();
        List<Target> targets = except.isEmpty() ? targets(line, order, parts, cited)
                : targets(line, order.upTo(except.getAsInt()), parts, cited).stream().map(Target::partly).toList();
        if (targets.isEmpty()) {
            targets = named(text, order, citation.orElse(null));
        }
        if (targets.isEmpty()) {
            if ((document() != null || except.isPresent()) && order.limit() > order.named() && !umbrella) {
                unread.add(line.quote(order.start(), order.limit()));
            }
            return;
        }
        if (umbrella) {
            Target target = targets.get(0);
            around.push(new Amended(line.section().level(), target.document(), target.eId()));
            return;
        }
        LocalDate from = days.behindDocuments(text, quoted, behindNames(order, parts, cited), order.end())
                .or(commencement.of(line.section().eId()));
        add(line, kind, targets, from, order.start(), order.end());
    }

    /** The offset behind the last part or document that an instruction names. */
    private static int behindNames(InstructionLine order, NamedParts parts, Cited cited) {
        int end = order.named();
        for (NamedParts.Group group : parts.within(order.named(), order.end())) {
            end = Math.max(end, group.end());
        }
        for (Citation citation : cited.behind(order.named())) {
            end = citation.start() < order.end() ? Math.max(end, citation.end()) : end;
        }
        return Math.min(end, order.end());
    }

    private void phrases(TextLine line, InstructionLine order, NamedParts parts, Cited cited) {
        String text = line.text();
        List<PhraseChange> changes = PhraseChange.of(text, order, quoted).orElse(List.of());
        EffectKind kind = Verbs.kind(order.verb(), true);
        boolean replaces = kind == EffectKind.REPLACE_PHRASE && Verbs.kind(order.verb(), false) != EffectKind.REPEAL;
        List<List<Target>> places = places(text, changes, parts, cited, order);
        if (places.isEmpty() || replaces && changes.get(0).replacement() == null) {
            if (document() != null || !cited.all().isEmpty()) {
                unread.add(line.quote(order.start(), order.limit()));
            }
            return;
        }
        LocalDate usual = commencement.of(line.section().eId());
        for (int i = 0; i < changes.size(); i++) {
            PhraseChange change = changes.get(i);
            String replacement = kind == EffectKind.INSERT || kind == EffectKind.REPLACE_PHRASE && !replaces ? null : change.replacement();
            for (Target place : places.get(i)) {
                add(line, kind, change.phrases().stream().map(phrase -> Target.phrase(place.document(), place.eId(), phrase,
                        replacement)).toList(), usual, i == 0 ? order.start() : change.start(), change.end());
            }
        }
    }

    /** The places of each change: its own, or those that are named behind a later one. Empty when some have none. */
    private List<List<Target>> places(String text, List<PhraseChange> changes, NamedParts parts, Cited cited, InstructionLine order) {
        List<List<Target>> all = new ArrayList<>();
        List<Target> later = List.of();
        for (int i = changes.size() - 1; i >= 0; i--) {
            PhraseChange change = changes.get(i);
            List<Target> own = places(text, parts, cited, change.places(), change.end());
            if (own.isEmpty() && later.isEmpty() && document() != null && !namesPart(text, parts, change.places(), order.limit())) {
                own = List.of(Target.whole(document(), inside()));
            }
            if (own.isEmpty() && (later.isEmpty() || text.substring(change.places(), change.end()).contains(" tại "))) {
                return List.of();
            }
            later = own.isEmpty() ? later : own;
            all.add(0, later);
        }
        return all;
    }

    /** Whether words name a place inside a document, with an address or without. */
    private boolean namesPart(String text, NamedParts parts, int from, int to) {
        return text.substring(from, to).contains(" tại ")
                || parts.within(from, to).stream().anyMatch(group -> !quoted.get(group.start()));
    }

    /** A part that has no eId, by its name: "Mẫu số 02", "Mục 3". */
    private List<Target> named(String text, InstructionLine order, Citation citation) {
        Subject document = citation == null ? document() : Cited.document(citation);
        Matcher name = NAMED.matcher(text).region(order.named(), Math.max(order.end(), order.named()));
        if (document == null || !name.lookingAt()) {
            return List.of();
        }
        int end = citation == null ? name.end() : Math.min(name.end(), citation.start());
        return List.of(Target.named(document, text.substring(order.named(), end).strip()));
    }

    private List<Target> targets(TextLine line, InstructionLine order, NamedParts parts, Cited cited) {
        String text = line.text();
        List<NamedParts.Group> groups = parts.within(order.named(), order.end());
        if (groups.isEmpty()) {
            return units(text, order, cited);
        }
        String lead = text.substring(order.named(), groups.get(0).start());
        EffectPart part = PLAIN.matcher(lead).matches() ? EffectPart.WHOLE : HEADING.matcher(lead).matches() ? EffectPart.HEADING
                : PARAGRAPH.matcher(lead).matches() ? EffectPart.PARAGRAPH : null;
        if (part == null) {
            return List.of();
        }
        return places(text, parts, cited, order.named(), Math.max(order.end(), groups.get(0).end())).stream()
                .map(place -> Target.part(place.document(), place.eId(), part)).toList();
    }

    /** The parts that are named from an offset to another, each with its document. */
    private List<Target> places(String text, NamedParts parts, Cited cited, int from, int to) {
        List<Target> places = new ArrayList<>();
        int cite = -1;
        for (NamedParts.Group group : parts.within(from, to)) {
            if (group.isHere() || quoted.get(group.start()) || cite >= 0 && inTitle(text, cite, group.start())) {
                continue;
            }
            Optional<Citation> own = cited.from(group.end()).filter(found -> parts.before(found.start()).orElse(null) == group);
            EId inside = group.eIds(null, inside()).isEmpty() ? holder(parts.within(group.end(), text.length())) : inside();
            Subject document = own.map(Cited::document).orElseGet(this::document);
            cite = own.map(Citation::end).orElse(cite);
            if (document != null) {
                group.eIds(null, inside).forEach(eId -> places.add(Target.whole(document, eId)));
            }
        }
        return places;
    }

    /** Whether a part that is named behind a document belongs to that document's title. */
    private static boolean inTitle(String text, int cite, int part) {
        boolean linked = LINKED.matcher(text.substring(Math.max(cite, part - LONGEST_LINK), part)).find();
        return !linked || text.charAt(part - 2) != ';' && text.substring(Math.max(cite, part - LONGEST_TITLE), part).contains("sửa đổi");
    }

    /** The provision in which the next words place a part: "khoản 2a vào sau khoản 2 Điều 5". */
    private EId holder(List<NamedParts.Group> next) {
        List<EId> eIds = next.isEmpty() ? List.of() : next.get(0).eIds(null, inside());
        return eIds.isEmpty() ? inside() : eIds.get(0);
    }

    private List<Target> units(String text, InstructionLine order, Cited cited) {
        Matcher unit = UNIT.matcher(text).region(order.named(), Math.max(order.end(), order.named()));
        Subject document = cited.from(order.named()).map(Cited::document).orElseGet(this::document);
        if (!unit.lookingAt() || document == null) {
            return List.of();
        }
        String number = unit.group("number").replace("số ", "");
        return List.of(Target.whole(document, EId.of(unit.group("unit").equals("Chương") ? "chp" : "annex", number)));
    }

    /** "Khoản 2 Điều 5 được sửa đổi, bổ sung như sau:". */
    private void passive(TextLine line, NamedParts parts, Cited cited) {
        String text = line.text();
        Optional<NamedParts.Group> first = parts.at(0);
        if (first.isEmpty() || document() == null && cited.all().isEmpty()) {
            return;
        }
        Matcher done = DONE.matcher(text).region(first.get().end(), text.length()).useTransparentBounds(true);
        if (!done.find() || !document(text, cited, first.get(), done.start())) {
            return;
        }
        List<Target> places = places(text, parts, cited, 0, done.start());
        add(line, Verbs.kind(done.group(1), false), places, commencement.of(line.section().eId()), 0, done.end());
    }

    /** Whether nothing but a document stands between the parts and the verb. */
    private static boolean document(String text, Cited cited, NamedParts.Group parts, int verb) {
        return parts.end() == verb || cited.from(parts.end()).filter(citation -> citation.end() <= verb).isPresent();
    }

    private void add(TextLine line, EffectKind kind, List<Target> targets, LocalDate from, int start, int end) {
        targets.forEach(target -> events.add(new EffectEvent(kind, target, self, List.of(line.section().eId()), from, null,
                EffectSource.INSTRUCTION, line.quote(start, Math.min(Math.max(end, start), line.text().length())))));
    }

    List<EffectEvent> events() {
        return events;
    }

    List<Quote> unread() {
        return unread;
    }
}
