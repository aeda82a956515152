package vn.loa.text.citation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.date.VietnameseDates;
import vn.loa.text.fold.Words;
import vn.loa.text.number.DocumentNumberScanner;
import vn.loa.text.number.DocumentNumberScanner.ScannedNumber;
import vn.loa.text.number.DocumentTypes;
import vn.loa.text.number.DocumentTypes.TypeWord;
import vn.loa.text.number.SpelledNumber;

/** Finds the documents that one normalised line names, in order and without overlaps. */
final class CitationReader {
    private static final int ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    /** The words between a type word and its number. */
    private static final Pattern TYPED = Pattern.compile(
            " ?(?:(?:hành động|phối hợp|kết luận|liên ngành|thẩm tra|thẩm định|giải trình|tổng kết) )?(?:: ?)?\\(?(số ?:? ?)?", ANY_CASE);
    /** The words between a law's name and its number. */
    private static final Pattern NAMED = Pattern.compile(",? \\(?(?:số ?:? ?)?$");
    /** The words between two numbers that share one type word. */
    private static final Pattern LISTED = Pattern.compile(" ?(?:[,;]|,? ?(?:và|hoặc) ) ?(?:các )?((?:số ?:? ?)?)");
    /** The words before a type word that several numbers share, and before such a number behind date, issuer and title. */
    private static final Pattern SEVERAL = Pattern.compile("(?<!\\p{L})(?:[Cc]ác|[Nn]hững|[Hh]ai|[Bb]a|[Bb]ốn|[Nn]ăm) $");
    private static final Pattern NEXT_NUMBER = Pattern.compile("(?:[,;]|,? và|; và) (?:các )?(số ?:? ?)$");
    private static final Pattern SIGN = Pattern.compile("(?<!\\p{L})số ?:? ?$", ANY_CASE);
    private static final Pattern DATE = Pattern.compile(",? ?\\(?(?:(?:được )?(?:ban hành|ký) )?(?=ngày)");
    private static final String SESSION = "[Kk]ỳ họp (?:bất thường |chuyên đề |thường lệ )?(?:lần )?thứ (?:[0-9]{1,2}+|[IVXLC]{1,7}+|(?iu:"
            + SpelledNumber.PATTERN + "))(?![\\p{L}\\p{M}0-9])";
    /** "của kỳ họp thứ 7, Quốc hội khóa XV": the body and not its session is the issuer. */
    private static final Pattern SESSION_OF = Pattern.compile(SESSION + ",? (?:của )?(?=\\p{Lu})");
    /** What may follow an issuer's name: its term and its session. */
    private static final Pattern TERM = Pattern.compile("(?:,? nhiệm kỳ (?:19|20)[0-9][0-9] ?[-–] ?(?:19|20)[0-9][0-9])?+(?:,? (?:tại )?"
            + SESSION + ")?+(?:,? nhiệm kỳ (?:19|20)[0-9][0-9] ?[-–] ?(?:19|20)[0-9][0-9])?+");
    /** "các văn bản: Số …" announces documents of several types. */
    private static final String ANY_DOCUMENT = "Văn bản";
    private static final int LONGEST_NAME = 250;
    private static final int TYPES_BACK = 6;

    private final String text;
    private final TypeStarts types;
    private final LawNames laws;
    private final IntPredicate partBefore;
    private final List<Mention> mentions = new ArrayList<>();
    private final int most;
    /** Behind the first number of the last type word that several numbers share; -1 for none. */
    private int severalEnd = -1;

    private CitationReader(String text, int most, LawNames laws, IntPredicate partBefore) {
        this.text = text;
        this.most = most;
        this.laws = laws;
        this.partBefore = partBefore;
        this.types = new TypeStarts(text);
    }

    /** The documents that a line from {@code VietnameseText.oneLine} names. */
    static List<Mention> read(String text) {
        return read(text, CitationFinder.MOST, new LawNames(), offset -> false);
    }

    /**
     * Like {@link #read(String)}; documents behind the first {@code most} are left out.
     *
     * @param laws names that the text had so far; those of this line are added
     * @param partBefore whether the words before this offset name parts of the document that is named there
     */
    static List<Mention> read(String text, int most, LawNames laws, IntPredicate partBefore) {
        CitationReader reader = new CitationReader(text, most, laws, partBefore);
        reader.numbered();
        reader.unnumbered();
        List<Mention> mentions = reader.mentions.isEmpty() ? List.of() : reader.completed();
        return mentions.size() <= most ? mentions : mentions.subList(0, most);
    }

    private void numbered() {
        DocumentNumberScanner.scan(text, found -> {
            head(found, types.endingBefore(found.start())).map(this::dated).ifPresent(mentions::add);
            return mentions.size() < most;
        });
    }

    /**
     * The mention of a number.
     *
     * @param known how many type words stand before the number
     */
    private Optional<Mention> head(ScannedNumber found, int known) {
        Mention before = mentions.isEmpty() ? null : mentions.get(mentions.size() - 1);
        int limit = before == null ? 0 : before.end();
        Mention head = null;
        for (int i = known - 1; i >= Math.max(0, known - TYPES_BACK); i--) {
            TypeWord type = types.words().get(i);
            if (type.start() < limit || found.start() - type.end() > LONGEST_NAME) {
                break;
            }
            Mention typed = typed(found, type);
            if (head != null && typed != null && typed.title() != null && typed.title().startsWith("sửa đổi")) {
                // "Luật sửa đổi … của Luật Đất đai số …": the number is that of the law that is amended.
                break;
            }
            head = typed == null ? head : typed;
            // In "Thông báo kết luận số …" the type is Thông báo: the type word directly before another is the type.
            boolean modifies = i > 0 && types.words().get(i - 1).end() + 1 == type.start();
            // In "Luật Người lao động … theo hợp đồng số 69/2020/QH14" the law's name ends with a type word in small
            // letters.
            boolean endsName = found.isLaw() && !type.capital();
            if (typed != null && typed.title() == null && !modifies && !endsName) {
                break;
            }
        }
        Optional<Mention> typed = Optional.ofNullable(head);
        if (head != null) {
            severalEnd = SEVERAL.matcher(text).region(Math.max(0, head.start() - 8), head.start()).useTransparentBounds(true).find()
                    ? found.end() : -1;
        }
        return typed.or(() -> before == null ? Optional.empty() : listed(found, before).or(() -> further(found, before)))
                .or(() -> alone(found));
    }

    /** "các Nghị quyết số 1/NQ-HĐND ngày … của … về …, số 2/NQ-HĐND …": a number of the type that several share. */
    private Optional<Mention> further(ScannedNumber found, Mention before) {
        if (severalEnd < 0 || before.number() == null || !before.number().symbol().equals(found.number().symbol())
                || types.capitalWithin(severalEnd, found.start())) {
            return Optional.empty();
        }
        Matcher next = NEXT_NUMBER.matcher(text).region(Math.max(before.end(), found.start() - 16), found.start());
        return next.find() ? Optional.of(Mention.of(next.start(1), found.end(), before.type(), found.number())) : Optional.empty();
    }

    private Mention typed(ScannedNumber found, TypeWord type) {
        Matcher gap = TYPED.matcher(text).region(type.end(), found.start());
        if (gap.matches()) {
            if (type.type().equals(ANY_DOCUMENT) && gap.group().startsWith(":")) {
                return null;
            }
            return found.bare() && gap.group(1) == null ? null
                    : Mention.of(type.start(), found.end(), type.type(), found.number());
        }
        if (!DocumentTypes.isLaw(type.type()) || found.bare()) {
            return null;
        }
        Matcher sign = NAMED.matcher(text).region(Math.max(type.end(), found.start() - 8), found.start());
        return sign.find() && LawName.isName(text, type, sign.start(), types)
                ? Mention.of(type.start(), found.end(), type.type(), found.number())
                        .withTitle(text.substring(type.end() + 1, sign.start()))
                : null;
    }

    /** A further number behind the same type word: "các Nghị quyết số 01-NQ/TU và 02-NQ/TU". */
    private Optional<Mention> listed(ScannedNumber found, Mention before) {
        if (found.start() - before.end() > 20 || before.number() == null
                || !before.number().symbol().equals(found.number().symbol())) {
            return Optional.empty();
        }
        Matcher gap = LISTED.matcher(text).region(before.end(), found.start());
        return gap.matches()
                ? Optional.of(Mention.of(gap.start(1), found.end(), before.type(), found.number()))
                : Optional.empty();
    }

    private Optional<Mention> alone(ScannedNumber found) {
        if (!found.isUnmistakable()) {
            return Optional.empty();
        }
        Matcher sign = SIGN.matcher(text).region(Math.max(0, found.start() - 6), found.start())
                .useTransparentBounds(true);
        return Optional.of(Mention.of(sign.find() ? sign.start() : found.start(), found.end(), null, found.number()));
    }

    /** The mention extended through the date that directly follows the number. */
    private Mention dated(Mention head) {
        Matcher lead = DATE.matcher(text).region(head.end(), text.length()).useTransparentBounds(true);
        return !lead.lookingAt() ? head : VietnameseDates.dateAt(text, lead.end())
                .map(date -> head.with(date.date(), date.end())).orElse(head);
    }

    private void unnumbered() {
        mentions.forEach(laws::learn);
        List<Mention> named = new ArrayList<>();
        int next = 0;
        int taken = 0;
        for (TypeWord type : types.words()) {
            if (named.size() >= most) {
                break;
            }
            while (next < mentions.size() && mentions.get(next).start() < type.start()) {
                taken = Math.max(taken, mentions.get(next++).end());
            }
            int free = next < mentions.size() ? mentions.get(next).start() : text.length();
            if (type.start() >= taken && type.start() < free) {
                Optional<Mention> mention = LawName.read(text, type, types)
                        .or(() -> MeetingName.read(text, type, types))
                        .or(() -> partBefore.test(type.start()) ? laws.named(text, type) : Optional.empty())
                        .filter(found -> found.end() <= free);
                mention.ifPresent(named::add);
                taken = mention.map(Mention::end).orElse(taken);
            }
        }
        mentions.addAll(named);
        mentions.sort(Comparator.comparingInt(Mention::start));
    }

    private List<Mention> completed() {
        TitleReader titles = new TitleReader(text, mentions);
        List<Mention> completed = new ArrayList<>(mentions.size());
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            completed.add(mention.number() == null ? mention : completed(mention, i, titles));
        }
        shareIssuers(completed);
        return completed;
    }

    private Mention completed(Mention head, int index, TitleReader titles) {
        int at = head.end();
        LocalDate date = head.issuedOn();
        String issuer = null;
        int of = Words.skipComma(text, at);
        if (Words.at(text, of, "của")) {
            Matcher session = SESSION_OF.matcher(text).region(Words.skipSpaces(text, of + 3), text.length());
            int from = session.lookingAt() ? session.end() : Words.skipSpaces(text, of + 3);
            int to = IssuerReader.end(text, from, types, isJoint(head));
            if (to > from) {
                issuer = text.substring(from, to);
                Matcher term = TERM.matcher(text).region(to, text.length()).useTransparentBounds(true);
                at = term.lookingAt() ? term.end() : to;
                Mention later = dated(new Mention(0, at, null, null, null, null, null, false));
                date = date == null ? later.issuedOn() : date;
                at = later.end();
            }
        }
        int limit = index == 0 ? 0 : mentions.get(index - 1).end();
        Optional<TitleAnnouncement> words = TitleAnnouncement.before(text, head.start(), limit);
        boolean mayOpenWithVerb = at > head.end() || date != null || words.isPresent();
        String title = head.title() != null ? head.title() : titles.read(at, index, mayOpenWithVerb);
        Mention read = new Mention(head.start(), head.end(), head.type(), head.number(), date, issuer, title, false);
        return words.map(found -> read.announced(found.issuedOn(), found.issuer())).orElse(read);
    }

    private static boolean isJoint(Mention mention) {
        return mention.type() != null && mention.type().endsWith("liên tịch");
    }

    /** Copies the issuer to all numbers behind one type word, because the text names it behind the last. */
    private void shareIssuers(List<Mention> completed) {
        for (int i = completed.size() - 2; i >= 0; i--) {
            Mention mention = completed.get(i);
            Mention next = completed.get(i + 1);
            boolean listed = mention.number() != null && next.number() != null && mention.issuer() == null
                    && next.start() > mention.end() && next.start() - mention.end() <= 20
                    && LISTED.matcher(text).region(mention.end(), next.start()).matches();
            if (listed && next.type() != null && next.type().equals(mention.type()) && !types.capitalAt(next.start())) {
                completed.set(i, mention.withIssuer(next.issuer()));
            }
        }
    }
}
