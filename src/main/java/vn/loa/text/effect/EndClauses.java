package vn.loa.text.effect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.citation.NamedParts;
import vn.loa.text.date.VietnameseDates;
import vn.loa.text.date.VietnameseDates.DateAt;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Subject;

/**
 * What a document ends, replaces or suspends: "Thông tư số … hết hiệu lực kể từ ngày Thông tư này có hiệu lực", "Nghị định
 * này thay thế Nghị định số …", "Bãi bỏ Quyết định số …", and the items of a list that such words announce.
 */
final class EndClauses {
    private static final String SINCE = "(?: thi hành)?(?<since>,? (?:kể )?từ (?=ngày))?";
    private static final Pattern ENDS = Pattern.compile(" (?:đều |sẽ )?(?:hết hiệu lực" + SINCE + ")");
    private static final Pattern PAUSES = Pattern.compile("(?:[Tt]ạm )?[Nn]gưng hiệu lực(?: thi hành)?(?: toàn bộ)?"
            + "(?: của| đối với)?(?: các)? ");
    private static final Pattern PAUSED = Pattern.compile(" (?:bị |được )?(?:tạm )?ngưng hiệu lực(?: thi hành)?");
    private static final Pattern RESUMED = Pattern.compile(" (?:tiếp tục có hiệu lực|có hiệu lực trở lại)(?: thi hành)?");
    private static final Pattern REPLACES = Pattern.compile("(?<!được |bị |sửa đổi, |bổ sung, )thay thế (?:cho )?(?:các )?"
            + "(?=\\p{Lu}|điểm |khoản )");
    private static final Pattern ABOLISHES = Pattern.compile("(?<!được |bị |sửa đổi, )(?:[Bb]ãi bỏ|[Hh]ủy bỏ|[Hh]uỷ bỏ)(?: toàn bộ)?"
            + "(?: hiệu lực)?(?: các)? (?=\\p{Lu}|điểm |khoản )");
    private static final Pattern LEAD = Pattern.compile("(?:Kể từ ngày[^,.;]{1,120}, )?"
            + "(?:Các |các |Toàn bộ |[-+–] ?|Quy định tại |Các quy định tại )?");
    private static final Pattern FROM = Pattern.compile("(?:kể )?từ (?=ngày )");
    private static final Pattern OWN_DAY = Pattern.compile("ngày (?:" + Sentences.SELF + "|[Vv]ăn bản này) có hiệu lực(?: thi hành)?");
    private static final Pattern SIGNED = Pattern.compile("ngày (?:ký|kí)(?![\\p{L}])");
    /** Without one of these a line ends nothing. */
    private static final List<String> SPEAKS = List.of("hiệu lực", "hay thế", "ãi bỏ", "ủy bỏ", "uỷ bỏ");
    private static final Pattern SELF = Pattern.compile(Sentences.SELF);

    private static final Pattern SEVERAL = Pattern.compile("(?:" + Sentences.SELF + " )?(?:[Bb]ãi bỏ|[Tt]hay thế)(?: toàn bộ)?(?: các)? "
            + "(?:văn bản|[Tt]hông tư|[Nn]ghị định|[Qq]uyết định|[Nn]ghị quyết)[^.;“”]{0,120}:");

    private final Subject self;
    private final Commencement commencement;
    private final List<EffectEvent> events = new ArrayList<>();
    private final List<Quote> unread = new ArrayList<>();
    private EffectKind listed;
    private LocalDate listedFrom;
    private EId listedIn;

    EndClauses(Subject self, Commencement commencement) {
        this.self = self;
        this.commencement = commencement;
    }

    void read(TextLine line) {
        String text = line.text();
        boolean item = listedIn != null && (line.section().eId().equals(listedIn)
                || line.section().eId().value().startsWith(listedIn.value() + "__"));
        if (!item) {
            listedIn = null;
        }
        if (!item && SPEAKS.stream().noneMatch(text::contains)) {
            return;
        }
        Cited cited = Cited.in(text);
        NamedParts parts = NamedParts.of(text);
        for (Sentences.Sentence sentence : Sentences.of(text)) {
            sentence(line, sentence, cited, parts, item);
        }
    }

    private void sentence(TextLine line, Sentences.Sentence sentence, Cited cited, NamedParts parts, boolean item) {
        String text = line.text();
        int start = lead(text, sentence);
        int before = events.size() + unread.size();
        Matcher ends = in(ENDS, text, sentence);
        Matcher paused = in(PAUSED, text, sentence);
        Matcher resumed = in(RESUMED, text, sentence);
        Matcher pauses = in(PAUSES, text, sentence);
        if (ends.find() && !text.startsWith("chưa", ends.start() - 4)) {
            ended(line, sentence, cited, parts, start, ends);
        } else if (pauses.find() && named(text, cited, parts, pauses.end(), sentence.end()).all().size() > 0) {
            suspend(line, sentence, named(text, cited, parts, pauses.end(), sentence.end()), pauses.end());
        } else if (paused.find()) {
            suspend(line, sentence, named(text, cited, parts, start, paused.start()), paused.end());
        } else if (resumed.find()) {
            NamedDocuments named = named(text, cited, parts, start, resumed.start());
            add(line, sentence, EffectKind.RESUME, named, day(text, resumed.end(), sentence.end()).orElse(null), null, sentence.end());
        }
        orders(line, sentence, cited, parts);
        if (item && events.size() + unread.size() == before) {
            NamedDocuments named = named(text, cited, parts, start, sentence.end());
            add(line, sentence, listed, named, listedFrom, null, Math.max(named.end(), sentence.start()));
        }
    }

    private static Matcher in(Pattern pattern, String text, Sentences.Sentence sentence) {
        return pattern.matcher(text).region(sentence.start(), sentence.end()).useTransparentBounds(true);
    }

    private static int lead(String text, Sentences.Sentence sentence) {
        Matcher lead = LEAD.matcher(text).region(sentence.start(), sentence.end());
        return lead.lookingAt() ? lead.end() : sentence.start();
    }

    private static NamedDocuments named(String text, Cited cited, NamedParts parts, int from, int to) {
        return NamedDocuments.at(text, cited, parts, from, to);
    }

    private void ended(TextLine line, Sentences.Sentence sentence, Cited cited, NamedParts parts, int start, Matcher ends) {
        String text = line.text();
        Optional<LocalDate> day = ends.group("since") == null ? Optional.ofNullable(commencement.of(line.section().eId()))
                : day(text, ends.end() - "từ ".length(), sentence.end());
        Matcher own = SELF.matcher(text).region(start, ends.start());
        if (own.lookingAt() && own.end() < ends.start()) {
            return;
        }
        if (own.lookingAt()) {
            events.add(event(line, EffectKind.REPEAL, Target.whole(self, null), day.orElse(null), null, sentence.start(), sentence.end()));
            return;
        }
        NamedDocuments named = named(text, cited, parts, start, ends.start());
        if (named.all().isEmpty() && text.startsWith(":", sentence.end() - 1)) {
            list(EffectKind.REPEAL, day.orElse(null), line);
        } else if (named.all().isEmpty()) {
            unreadUnlessTalk(line, sentence, cited, ends);
        } else {
            boolean except = text.substring(ends.end(), sentence.end()).contains("trừ ");
            add(line, sentence, EffectKind.REPEAL, named, day.orElse(null), except ? EffectPart.CONTENT : EffectPart.WHOLE, sentence.end());
        }
    }

    /** A sentence with a document in it that speaks of an end, and a day, should have been read. */
    private void unreadUnlessTalk(TextLine line, Sentences.Sentence sentence, Cited cited, Matcher ends) {
        boolean named = cited.from(sentence.start()).filter(citation -> citation.end() <= ends.start()).isPresent();
        if (named && ends.group("since") != null) {
            unread.add(line.quote(sentence.start(), sentence.end()));
        }
    }

    private void suspend(TextLine line, Sentences.Sentence sentence, NamedDocuments named, int from) {
        String text = line.text();
        Matcher begins = FROM.matcher(text).region(from, sentence.end());
        Optional<DateAt> first = begins.find() ? VietnameseDates.dateAt(text, begins.end()) : Optional.empty();
        LocalDate day = first.map(DateAt::date).orElseGet(() -> commencement.of(line.section().eId()));
        int at = text.indexOf(" đến ", first.map(DateAt::end).orElse(from));
        Optional<DateAt> last = at < 0 || at > sentence.end() ? Optional.empty() : Force.until(text, at);
        if (named.all().isEmpty()) {
            return;
        }
        for (NamedDocuments.Named each : named.all()) {
            for (Target target : targets(each, EffectPart.WHOLE)) {
                events.add(event(line, EffectKind.SUSPEND, target, day, last.map(DateAt::date).orElse(null), sentence.start(),
                        sentence.end()));
            }
        }
    }

    /** "… này thay thế Nghị định số …", "Bãi bỏ Quyết định số …". */
    private void orders(TextLine line, Sentences.Sentence sentence, Cited cited, NamedParts parts) {
        String text = line.text();
        boolean speaks = SELF.matcher(text).region(sentence.start(), sentence.end()).lookingAt();
        for (Pattern order : new Pattern[] {REPLACES, ABOLISHES}) {
            Matcher found = in(order, text, sentence);
            if (!found.find() || !speaks && found.start() != sentence.start()) {
                continue;
            }
            EffectKind kind = order == REPLACES ? EffectKind.REPLACE : EffectKind.REPEAL;
            NamedDocuments named = named(text, cited, parts, found.end(), sentence.end());
            if (!named.all().isEmpty() && (speaks || named.all().get(0).isWhole())) {
                add(line, sentence, kind, named, commencement.of(line.section().eId()), null, named.end());
            } else if (text.startsWith(":", sentence.end() - 1) && named.all().isEmpty()) {
                list(kind, commencement.of(line.section().eId()), line);
            }
        }
        if (text.startsWith(":", sentence.end() - 1) && listedIn == null && in(SEVERAL, text, sentence).matches()) {
            list(text.contains("hay thế") ? EffectKind.REPLACE : EffectKind.REPEAL, commencement.of(line.section().eId()), line);
        }
    }

    private void list(EffectKind kind, LocalDate from, TextLine line) {
        listed = kind;
        listedFrom = from;
        listedIn = line.section().eId();
    }

    /** The day that begins at an offset, in figures or as the day of this document's commencement. */
    private Optional<LocalDate> day(String text, int from, int to) {
        int at = text.indexOf("ngày", from);
        if (at < 0 || at > Math.min(to, from + 40)) {
            return Optional.empty();
        }
        if (OWN_DAY.matcher(text).region(at, to).lookingAt()) {
            return Optional.ofNullable(commencement.general());
        }
        if (SIGNED.matcher(text).region(at, to).useTransparentBounds(true).lookingAt()) {
            return Optional.ofNullable(self == null ? null : self.issuedOn());
        }
        return VietnameseDates.dateAt(text, at).map(DateAt::date);
    }

    private void add(TextLine line, Sentences.Sentence sentence, EffectKind kind, NamedDocuments named, LocalDate from, EffectPart part,
            int end) {
        for (NamedDocuments.Named each : named.all()) {
            for (Target target : targets(each, part == null ? EffectPart.WHOLE : part)) {
                events.add(event(line, kind, target, from, null, sentence.start(), end));
            }
        }
        if (!named.clear()) {
            unread.add(line.quote(sentence.start(), sentence.end()));
        }
    }

    private static List<Target> targets(NamedDocuments.Named named, EffectPart part) {
        return named.part() != null ? List.of(Target.named(named.document(), named.part()))
                : named.eIds().isEmpty() ? List.of(Target.part(named.document(), null, part))
                : named.eIds().stream().map(eId -> Target.part(named.document(), eId, part)).toList();
    }

    private EffectEvent event(TextLine line, EffectKind kind, Target target, LocalDate from, LocalDate until, int start, int end) {
        return new EffectEvent(kind, target, self, List.of(line.section().eId()), from, until, EffectSource.CLAUSE, line.quote(start, end));
    }

    List<EffectEvent> events() {
        return events;
    }

    List<Quote> unread() {
        return unread;
    }
}
