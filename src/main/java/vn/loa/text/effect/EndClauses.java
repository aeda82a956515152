package vn.loa.text.effect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
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
    /** The offsets of the present line that stand in quotation marks. */
    private BitSet quoted = new BitSet();
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
        quoted = Quotations.in(text);
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
        Matcher ends = in(ENDS, text, start, sentence);
        Matcher paused = in(PAUSED, text, start, sentence);
        Matcher resumed = in(RESUMED, text, start, sentence);
        Matcher pauses = in(PAUSES, text, start, sentence);
        if (ends.find() && !text.startsWith("chưa", ends.start() - 4)) {
            ended(line, sentence, cited, parts, start, ends);
        } else if (pauses.find() && named(text, cited, parts, pauses.end(), sentence.end()).all().size() > 0) {
            NamedDocuments named = named(text, cited, parts, pauses.end(), sentence.end());
            suspend(line, sentence, named, pauses.end());
        } else if (paused.find()) {
            suspend(line, sentence, named(text, cited, parts, start, paused.start()), paused.end());
        } else if (resumed.find()) {
            NamedDocuments named = named(text, cited, parts, start, resumed.start());
            LocalDate day = days.behind(text, quoted, resumed.end(), sentence.end()).or(days.ahead(text, sentence).day());
            add(line, sentence, EffectKind.RESUME, named, day, partly(text, named, resumed.end(), sentence), sentence.end());
        }
        orders(line, sentence, cited, parts);
        if (item && events.size() + unread.size() == before) {
            NamedDocuments named = named(text, cited, parts, start, sentence.end());
            LocalDate day = days.behindDocuments(text, quoted, named, sentence.end()).or(listed.from());
            BitSet partly = listed.part() == EffectPart.WHOLE ? partly(text, named, start, sentence) : all(named);
            add(line, sentence, listed.kind(), named, day, partly, Math.max(named.end(), sentence.start()));
        }
    }

    /** @param start behind the words that say when: an end in these is another one's */
    private static Matcher in(Pattern pattern, String text, int start, Sentences.Sentence sentence) {
        return pattern.matcher(text).region(start, sentence.end()).useTransparentBounds(true);
    }

    private static int lead(String text, Sentences.Sentence sentence) {
        int start = ClauseDays.behindLead(text, sentence);
        Matcher lead = LEAD.matcher(text).region(start, sentence.end());
        return lead.lookingAt() ? lead.end() : start;
    }

    private BitSet partly(String text, NamedDocuments named, int verb, Sentences.Sentence sentence) {
        return Exceptions.partly(text, quoted, named, verb, sentence.end());
    }

    private static BitSet all(NamedDocuments named) {
        BitSet all = new BitSet();
        all.set(0, named.all().size());
        return all;
    }

    private static NamedDocuments named(String text, Cited cited, NamedParts parts, int from, int to) {
        return NamedDocuments.at(text, cited, parts, from, to);
    }

    private void ended(TextLine line, Sentences.Sentence sentence, Cited cited, NamedParts parts, int start, Matcher ends) {
        String text = line.text();
        ClauseDays.Said ahead = days.ahead(text, sentence);
        ClauseDays.Said said = days.behind(text, quoted, ends.end(), sentence.end());
        Matcher own = SELF.matcher(text).region(start, ends.start());
        if (own.lookingAt()) {
            endsItself(line, sentence, cited, own.end(), ends, said.or(ahead.day()));
            return;
        }
        boolean some = " một phần".equals(ends.group("some"));
        LocalDate day = said.any() ? said.day() : ahead.or(commencement.of(line.section().eId()));
        NamedDocuments named = named(text, cited, parts, start, ends.start());
        if (!named.all().isEmpty()) {
            BitSet partly = some ? all(named) : partly(text, named, ends.end(), sentence);
            add(line, sentence, EffectKind.REPEAL, named, day, partly, sentence.end());
        } else if (text.startsWith(":", sentence.end() - 1)) {
            EffectPart part = some ? EffectPart.CONTENT : Exceptions.part(text, quoted, start, sentence.end());
            listed = new Listed(EffectKind.REPEAL, day, part, line.section().eId());
        } else {
            unreadUnlessTalk(line, sentence, cited, ends, said);
        }
    }

    /** "Nghị quyết này hết hiệu lực kể từ ngày …". Its commencement is never the day: it does not end when it begins. */
    private void endsItself(TextLine line, Sentences.Sentence sentence, Cited cited, int self, Matcher ends, LocalDate day) {
        String between = line.text().substring(self, ends.start());
        boolean commencesAnd = between.contains("có hiệu lực") && (between.endsWith(" và") || between.endsWith(","));
        // "… có hiệu lực kể từ ngày ký, Quyết định số …, hết hiệu lực thi hành": the one that is named ends, or both.
        boolean named = cited.from(self).filter(citation -> citation.start() < ends.start()).isPresent();
        if (commencesAnd && named) {
            unread.add(line.quote(sentence.start(), sentence.end()));
        } else if (between.isEmpty() || commencesAnd) {
            EffectPart part = Exceptions.part(line.text(), quoted, ends.end(), sentence.end());
            events.add(event(line, EffectKind.REPEAL, Target.part(this.self, null, part), day, null, sentence.start(), sentence.end()));
        } else {
            unreadUnlessTalk(line, sentence, cited, ends, days.behind(line.text(), quoted, ends.end(), sentence.end()));
        }
    }

    /** A sentence with a document in it that speaks of an end, and a day, should have been read. */
    private void unreadUnlessTalk(TextLine line, Sentences.Sentence sentence, Cited cited, Matcher ends, ClauseDays.Said said) {
        boolean named = cited.from(sentence.start()).filter(citation -> citation.end() <= ends.start()).isPresent();
        if (named && said.any()) {
            unread.add(line.quote(sentence.start(), sentence.end()));
        }
    }

    /** @param from offset behind the verb */
    private void suspend(TextLine line, Sentences.Sentence sentence, NamedDocuments named, int from) {
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
        BitSet partly = partly(text, named, from, sentence);
        for (int i = 0; i < named.all().size(); i++) {
            for (Target target : targets(named, i, partly)) {
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
            Matcher found = in(order, text, start, sentence);
            if (!found.find() || !speaks && found.start() != start) {
                continue;
            }
            EffectKind kind = order == REPLACES ? EffectKind.REPLACE : EffectKind.REPEAL;
            NamedDocuments named = named(text, cited, parts, found.end(), sentence.end());
            LocalDate day = (announces ? days.announced(text, quoted, named, sentence.end())
                    : days.behindDocuments(text, quoted, named, sentence.end())).or(usual);
            if (!named.all().isEmpty() && (speaks || start > sentence.start() || named.all().get(0).isWhole())) {
                BitSet partly = partly(text, named, found.end(), sentence);
                add(line, sentence, kind, named, day, partly, partly.isEmpty() ? named.end() : sentence.end());
            } else if (announces && named.all().isEmpty()) {
                listed = new Listed(kind, day, Exceptions.part(text, quoted, found.end(), sentence.end()), section);
            }
        }
        Matcher several = SEVERAL.matcher(text).region(start, sentence.end()).useTransparentBounds(true);
        if (announces && listed == null && several.matches()) {
            EffectKind kind = text.contains("hay thế") ? EffectKind.REPLACE : EffectKind.REPEAL;
            LocalDate day = days.announced(text, quoted, new NamedDocuments(List.of(), start, true), sentence.end()).or(usual);
            listed = new Listed(kind, day, Exceptions.part(text, quoted, start, sentence.end()), section);
        }
    }

    private void add(TextLine line, Sentences.Sentence sentence, EffectKind kind, NamedDocuments named, LocalDate from, BitSet partly,
            int end) {
        for (int i = 0; i < named.all().size(); i++) {
            for (Target target : targets(named, i, partly)) {
                events.add(event(line, kind, target, from, null, sentence.start(), end));
            }
        }
        if (!named.clear()) {
            unread.add(line.quote(sentence.start(), sentence.end()));
        }
    }

    private static List<Target> targets(NamedDocuments documents, int index, BitSet partly) {
        NamedDocuments.Named named = documents.all().get(index);
        EffectPart part = partly.get(index) ? EffectPart.CONTENT : EffectPart.WHOLE;
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
