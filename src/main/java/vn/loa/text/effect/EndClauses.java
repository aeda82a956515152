package vn.loa.text.effect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.citation.NamedParts;
import vn.loa.text.date.VietnameseDates.DateAt;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Subject;

/**
 * What a document ends, replaces or suspends: "Thông tư số … hết hiệu lực kể từ ngày Thông tư này có hiệu lực", "Nghị định
 * này thay thế Nghị định số …", "Bãi bỏ Quyết định số …", and the items of a list that such words announce.
 */
final class EndClauses {
    private static final Pattern ENDS = Pattern.compile(" (?:đều |sẽ )?hết hiệu lực(?: thi hành)?(?<some> một phần| toàn bộ)?");
    private static final Pattern PAUSES = Pattern.compile("(?:[Tt]ạm )?[Nn]gưng hiệu lực(?: thi hành)?(?: toàn bộ)?"
            + "(?: của| đối với)?(?: các)? ");
    private static final Pattern PAUSED = Pattern.compile(" (?:bị |được )?(?:tạm )?ngưng hiệu lực(?: thi hành)?");
    private static final Pattern RESUMED = Pattern.compile(" (?:tiếp tục có hiệu lực|có hiệu lực trở lại)(?: thi hành)?");
    private static final Pattern REPLACES = Pattern.compile("(?<!được |bị |sửa đổi, |bổ sung, )thay thế (?:cho )?(?:các )?"
            + "(?=\\p{Lu}|điểm |khoản )");
    private static final Pattern ABOLISHES = Pattern.compile("(?<!được |bị |sửa đổi, )(?:[Bb]ãi bỏ|[Hh]ủy bỏ|[Hh]uỷ bỏ)(?: toàn bộ)?"
            + "(?: hiệu lực)?(?: các)? (?=\\p{Lu}|điểm |khoản )");
    private static final Pattern LEAD = Pattern.compile("(?:Các |các |Toàn bộ |[-+–] ?|Quy định tại |Các quy định tại )?");
    /** Without one of these a line ends nothing. */
    private static final List<String> SPEAKS = List.of("hiệu lực", "hay thế", "ãi bỏ", "ủy bỏ", "uỷ bỏ");
    private static final Pattern SELF = Pattern.compile(Sentences.SELF);

    private static final Pattern SEVERAL = Pattern.compile("(?:" + Sentences.SELF + " )?(?:[Bb]ãi bỏ|[Tt]hay thế)(?: toàn bộ)?(?: các)? "
            + "(?:văn bản|[Tt]hông tư|[Nn]ghị định|[Qq]uyết định|[Nn]ghị quyết)[^.;“”]{0,120}:");

    private final Subject self;
    private final Commencement commencement;
    private final List<EffectEvent> events = new ArrayList<>();
    private final List<Quote> unread = new ArrayList<>();
    private final ClauseDays days;
    private Listed listed;

    /**
     * What happens to the items of a list.
     *
     * @param in the section that announces them
     */
    private record Listed(EffectKind kind, LocalDate from, EffectPart part, EId in) {
        boolean holds(EId section) {
            return section.equals(in) || section.value().startsWith(in.value() + "__");
        }
    }

    EndClauses(Subject self, Commencement commencement) {
        this.self = self;
        this.commencement = commencement;
        days = new ClauseDays(self, commencement);
    }

    void read(TextLine line) {
        String text = line.text();
        boolean item = listed != null && listed.holds(line.section().eId());
        if (!item) {
            listed = null;
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
            NamedDocuments named = named(text, cited, parts, pauses.end(), sentence.end());
            suspend(line, sentence, named, pauses.end(), pauses.end());
        } else if (paused.find()) {
            suspend(line, sentence, named(text, cited, parts, start, paused.start()), start, paused.end());
        } else if (resumed.find()) {
            NamedDocuments named = named(text, cited, parts, start, resumed.start());
            LocalDate day = days.behind(text, resumed.end(), sentence.end()).or(days.ahead(text, sentence).day());
            add(line, sentence, EffectKind.RESUME, named, day, Exceptions.part(text, start, sentence.end()), sentence.end());
        }
        orders(line, sentence, cited, parts);
        if (item && events.size() + unread.size() == before) {
            NamedDocuments named = named(text, cited, parts, start, sentence.end());
            LocalDate day = days.behindDocuments(text, named.end(), sentence.end()).or(listed.from());
            EffectPart part = listed.part() == EffectPart.WHOLE ? Exceptions.part(text, start, sentence.end()) : listed.part();
            add(line, sentence, listed.kind(), named, day, part, Math.max(named.end(), sentence.start()));
        }
    }

    private static Matcher in(Pattern pattern, String text, Sentences.Sentence sentence) {
        return pattern.matcher(text).region(sentence.start(), sentence.end()).useTransparentBounds(true);
    }

    private static int lead(String text, Sentences.Sentence sentence) {
        int start = ClauseDays.behindLead(text, sentence);
        Matcher lead = LEAD.matcher(text).region(start, sentence.end());
        return lead.lookingAt() ? lead.end() : start;
    }

    private static NamedDocuments named(String text, Cited cited, NamedParts parts, int from, int to) {
        return NamedDocuments.at(text, cited, parts, from, to);
    }

    private void ended(TextLine line, Sentences.Sentence sentence, Cited cited, NamedParts parts, int start, Matcher ends) {
        String text = line.text();
        ClauseDays.Said ahead = days.ahead(text, sentence);
        ClauseDays.Said said = days.behind(text, ends.end(), sentence.end());
        Matcher own = SELF.matcher(text).region(start, ends.start());
        if (own.lookingAt()) {
            endsItself(line, sentence, cited, own.end(), ends, said.or(ahead.day()));
            return;
        }
        EffectPart part = " một phần".equals(ends.group("some")) ? EffectPart.CONTENT : Exceptions.part(text, start, sentence.end());
        LocalDate day = said.any() ? said.day() : ahead.or(commencement.of(line.section().eId()));
        NamedDocuments named = named(text, cited, parts, start, ends.start());
        if (!named.all().isEmpty()) {
            add(line, sentence, EffectKind.REPEAL, named, day, part, sentence.end());
        } else if (text.startsWith(":", sentence.end() - 1)) {
            listed = new Listed(EffectKind.REPEAL, day, part, line.section().eId());
        } else {
            unreadUnlessTalk(line, sentence, cited, ends, said);
        }
    }

    /** "Nghị quyết này hết hiệu lực kể từ ngày …". Its commencement is never the day: it does not end when it begins. */
    private void endsItself(TextLine line, Sentences.Sentence sentence, Cited cited, int self, Matcher ends, LocalDate day) {
        String between = line.text().substring(self, ends.start());
        boolean commencesAnd = between.contains("có hiệu lực") && (between.endsWith(" và") || between.endsWith(","));
        if (between.isEmpty() || commencesAnd) {
            EffectPart part = Exceptions.part(line.text(), ends.end(), sentence.end());
            events.add(event(line, EffectKind.REPEAL, Target.part(this.self, null, part), day, null, sentence.start(), sentence.end()));
        } else {
            unreadUnlessTalk(line, sentence, cited, ends, days.behind(line.text(), ends.end(), sentence.end()));
        }
    }

    /** A sentence with a document in it that speaks of an end, and a day, should have been read. */
    private void unreadUnlessTalk(TextLine line, Sentences.Sentence sentence, Cited cited, Matcher ends, ClauseDays.Said said) {
        boolean named = cited.from(sentence.start()).filter(citation -> citation.end() <= ends.start()).isPresent();
        if (named && said.any()) {
            unread.add(line.quote(sentence.start(), sentence.end()));
        }
    }

    /**
     * @param start offset of the words that name what is suspended
     * @param from offset behind the verb
     */
    private void suspend(TextLine line, Sentences.Sentence sentence, NamedDocuments named, int start, int from) {
        if (named.all().isEmpty()) {
            return;
        }
        String text = line.text();
        ClauseDays.Said said = days.first(text, Math.max(from, named.end()), sentence.end());
        // A title may have been read as far as the day.
        said = said.any() ? said : days.first(text, from, sentence.end());
        ClauseDays.Said day = said.any() ? said : days.ahead(text, sentence);
        LocalDate begins = day.or(commencement.of(line.section().eId()));
        int at = text.indexOf(" đến ", said.end());
        Optional<DateAt> last = at < 0 || at > sentence.end() ? Optional.empty() : Force.until(text, at);
        EffectPart part = Exceptions.part(text, start, sentence.end());
        for (NamedDocuments.Named each : named.all()) {
            for (Target target : targets(each, part)) {
                events.add(event(line, EffectKind.SUSPEND, target, begins, last.map(DateAt::date).orElse(null), sentence.start(),
                        sentence.end()));
            }
        }
    }

    /** "… này thay thế Nghị định số …", "Bãi bỏ Quyết định số …". */
    private void orders(TextLine line, Sentences.Sentence sentence, Cited cited, NamedParts parts) {
        String text = line.text();
        EId section = line.section().eId();
        int start = ClauseDays.behindLead(text, sentence);
        boolean speaks = SELF.matcher(text).region(start, sentence.end()).lookingAt();
        boolean announces = text.startsWith(":", sentence.end() - 1);
        LocalDate usual = days.ahead(text, sentence).or(commencement.of(section));
        for (Pattern order : new Pattern[] {REPLACES, ABOLISHES}) {
            Matcher found = in(order, text, sentence);
            if (!found.find() || !speaks && found.start() != start) {
                continue;
            }
            EffectKind kind = order == REPLACES ? EffectKind.REPLACE : EffectKind.REPEAL;
            EffectPart part = Exceptions.part(text, found.end(), sentence.end());
            NamedDocuments named = named(text, cited, parts, found.end(), sentence.end());
            LocalDate day = (announces ? days.announced(text, named.end(), sentence.end()) : days.behindDocuments(text, named.end(),
                    sentence.end())).or(usual);
            if (!named.all().isEmpty() && (speaks || start > sentence.start() || named.all().get(0).isWhole())) {
                add(line, sentence, kind, named, day, part, part == EffectPart.WHOLE ? named.end() : sentence.end());
            } else if (announces && named.all().isEmpty()) {
                listed = new Listed(kind, day, part, section);
            }
        }
        Matcher several = SEVERAL.matcher(text).region(start, sentence.end()).useTransparentBounds(true);
        if (announces && listed == null && several.matches()) {
            EffectKind kind = text.contains("hay thế") ? EffectKind.REPLACE : EffectKind.REPEAL;
            LocalDate day = days.announced(text, start, sentence.end()).or(usual);
            listed = new Listed(kind, day, Exceptions.part(text, start, sentence.end()), section);
        }
    }

    private void add(TextLine line, Sentences.Sentence sentence, EffectKind kind, NamedDocuments named, LocalDate from, EffectPart part,
            int end) {
        for (NamedDocuments.Named each : named.all()) {
            for (Target target : targets(each, part)) {
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
