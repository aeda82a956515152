package vn.loa.text.effect;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.date.VietnameseDates;
import vn.loa.text.date.VietnameseDates.DateAt;
import vn.loa.text.structure.Subject;

/**
 * The day that a sentence names for what it ends, replaces or suspends: "hết hiệu lực kể từ 00 giờ ngày 01/01/2027", "Kể từ
 * ngày Nghị định này có hiệu lực, …". Where a sentence names a day that is not understood, no other day stands for it.
 */
final class ClauseDays {
    private static final String FROM = "(?:bắt đầu )?(?:kể )?từ";
    private static final String SINCE = "(?:" + FROM + "|vào|(?<after>sau)) ";
    private static final String HOUR = "(?:(?:lúc )?(?<hour>[0-9]{1,2}) ?(?:giờ|h)(?: ?[0-9]{1,2}(?: ?phút)?)?,? )?(?=ngày |[0-9])";
    private static final Pattern BEHIND = Pattern.compile(",? ?(?:" + SINCE + ")?" + HOUR);
    private static final Pattern BEHIND_DOCUMENTS = Pattern.compile(",? ?" + SINCE + HOUR);
    private static final Pattern AHEAD = Pattern.compile("(?:" + SINCE + ")?" + HOUR, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final String FIGURES = "(?:lúc )?[0-9]{1,2} ?(?:giờ|h)|[0-9]{1,2} ?[/.-] ?[0-9]{1,2} ?[/.-] ?[0-9]{4}|[0-9]{1,2} tháng [0-9]";
    private static final Pattern BEGINS = Pattern.compile("(?<= )" + FROM + " (?=ngày |" + FIGURES + ")");
    /** A day or a condition: "Từ 10.000.000 đồng" and "Từ Điều 5" name none. "01.01.2027" has points that end no sentence. */
    private static final Pattern LEAD = Pattern.compile("(?<when>(?:(?:Bắt đầu từ|Kể từ|Từ|Vào|Sau) "
            + "(?=(?:(?:đúng|hết|sau|trước|đầu|cuối|giữa) )?(?:(?:[Nn]gày|khi|lúc|thời (?:điểm|hạn|gian)|năm|tháng|quý|đó|này|"
            + "(?:[0-9]{1,3}|một|hai|ba|sáu|mười hai) (?:ngày|tháng|năm))(?![\\p{L}])|" + FIGURES + "))|Ngày )(?:[^,.;]|\\.(?=[0-9])){1,120}+), ");
    /** Words of a day or a condition. */
    private static final Pattern LOOKS = Pattern.compile("(?<![\\p{L}])(?:ngày|từ|khi|đến|trước|sau|nếu|vào|thời (?:điểm|hạn|gian)|năm|tháng)"
            + "(?![\\p{L}])|[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}");
    private static final String SINCE_WHEN = "(?:kể từ(?![\\p{L}])|từ (?=(?:ngày|thời điểm|khi)(?![\\p{L}])|" + FIGURES + "))";
    private static final String NO_COMMENCEMENT = "(?<!hiệu lực|thi hành),? ";
    /** A day or a condition behind a document, which is not that of another one's commencement. */
    private static final Pattern LOOKS_BEHIND = Pattern.compile(NO_COMMENCEMENT + "(?:" + SINCE_WHEN + "|(?:vào|sau) ngày(?![\\p{L}])"
            + "|sau khi (?=[^.;]{1,120}(?:hiệu lực|ban hành|thông qua)))");
    private static final Pattern SINCE_DAY = Pattern.compile(NO_COMMENCEMENT + "(?<since>" + SINCE_WHEN + ")");
    /** What may stand behind the day that ends a sentence. */
    private static final Pattern ENDS = Pattern.compile("[ .,;:]*");
    private static final Pattern OWN_DAY = Pattern.compile("ngày (?:" + Sentences.SELF + "|[Vv]ăn bản này) có hiệu lực(?: thi hành)?");
    private static final Pattern SIGNED = Pattern.compile("ngày (?:ký|kí)(?![\\p{L}])");
    private static final int MIDNIGHT = 24;

    private final Subject self;
    private final Commencement commencement;

    /**
     * What is said of a day.
     *
     * @param any whether anything is said of one
     * @param day null when nothing is said, or when the day that is said is not known
     * @param end offset behind the day; where the search began when there is none
     */
    record Said(boolean any, LocalDate day, int end) {

        /** The day that is said; another one where none is. */
        LocalDate or(LocalDate other) {
            return any ? day : other;
        }
    }

    ClauseDays(Subject self, Commencement commencement) {
        this.self = self;
        this.commencement = commencement;
    }

    /** The offset behind "Kể từ ngày 01 tháng 01 năm 2027, "; the sentence's own where it begins otherwise. */
    static int behindLead(String text, Sentences.Sentence sentence) {
        Matcher lead = lead(text, sentence);
        return lead.lookingAt() ? lead.end() : sentence.start();
    }

    private static Matcher lead(String text, Sentences.Sentence sentence) {
        return LEAD.matcher(text).region(sentence.start(), sentence.end());
    }

    /** What the beginning of a sentence says. */
    Said ahead(String text, Sentences.Sentence sentence) {
        Matcher lead = lead(text, sentence);
        if (!lead.lookingAt()) {
            return nothing(sentence.start());
        }
        Said said = said(text, AHEAD, sentence.start(), lead.end("when"));
        return said.day() != null && said.end() == lead.end("when") ? said : new Said(true, null, lead.end());
    }

    /** What stands directly behind "hết hiệu lực", or behind it up to the end of what is said about it. */
    Said behind(String text, BitSet quoted, int from, int to) {
        Said said = said(text, BEHIND, from, to);
        return said.any() || !looks(LOOKS, text, quoted, from, end(text, quoted, from, to)) ? said : new Said(true, null, from);
    }

    /** What stands behind the documents that are repealed or replaced, or behind their issuers and titles. */
    Said behindDocuments(String text, BitSet quoted, int from, int to) {
        Said said = said(text, BEHIND_DOCUMENTS, from, to);
        if (said.any()) {
            return said;
        }
        int end = end(text, quoted, from, to);
        boolean condition = text.startsWith(" sau khi ", from) || text.startsWith(", sau khi ", from);
        if (!condition && !looks(LOOKS_BEHIND, text, quoted, from, end)) {
            return said;
        }
        Said last = condition ? said : last(text, quoted, from, end);
        return last.any() ? last : new Said(true, null, from);
    }

    /** The same of a list. Where one of the documents has a day of its own, those of the others are not known either. */
    Said behindDocuments(String text, BitSet quoted, NamedDocuments named, int to) {
        int size = named.all().size();
        boolean between = size > 1 && looks(LOOKS_BEHIND, text, quoted, named.all().get(0).end(), named.all().get(size - 1).start());
        return between ? new Said(true, null, named.end()) : behindDocuments(text, quoted, named.end(), to);
    }

    /** A day in an exception is that of what is left out. */
    private static int end(String text, BitSet quoted, int from, int to) {
        return Exceptions.first(text, quoted, from, to).orElse(to);
    }

    private static boolean looks(Pattern looks, String text, BitSet quoted, int from, int to) {
        Matcher found = looks.matcher(text).region(from, to).useTransparentBounds(true);
        while (found.find()) {
            if (!quoted.get(found.start())) {
                return true;
            }
        }
        return false;
    }

    /** The only "từ ngày …", where it ends a sentence. One before the text itself is a day in a title. */
    private Said last(String text, BitSet quoted, int from, int to) {
        Matcher since = SINCE_DAY.matcher(text).region(from, to).useTransparentBounds(true);
        Said last = nothing(from);
        int count = 0;
        while (since.find()) {
            if (!quoted.get(since.start())) {
                count++;
                last = said(text, BEHIND_DOCUMENTS, since.start("since"), to);
            }
        }
        boolean ends = count == 1 && last.day() != null && last.end() <= to && ENDS.matcher(text).region(last.end(), to).matches();
        boolean before = ends && self != null && self.issuedOn() != null && last.day().isBefore(self.issuedOn());
        return ends && !before ? last : nothing(from);
    }

    /** The same where a list follows: "Bãi bỏ các văn bản sau đây kể từ ngày …:". */
    Said announced(String text, BitSet quoted, NamedDocuments named, int to) {
        Said first = first(text, named.end(), to);
        return first.any() && first.end() == to - 1 ? first : behindDocuments(text, quoted, named, to);
    }

    /** The first "từ ngày …" from an offset on. */
    Said first(String text, int from, int to) {
        Matcher begins = BEGINS.matcher(text).region(from, to).useTransparentBounds(true);
        return begins.find() ? said(text, BEHIND, begins.start(), to) : nothing(from);
    }

    private Said said(String text, Pattern way, int from, int to) {
        Matcher found = way.matcher(text).region(from, to).useTransparentBounds(true);
        if (!found.lookingAt()) {
            return nothing(from);
        }
        int at = found.end();
        Matcher own = OWN_DAY.matcher(text).region(at, to);
        if (own.lookingAt()) {
            return new Said(true, commencement.general(), own.end());
        }
        Matcher signed = SIGNED.matcher(text).region(at, to).useTransparentBounds(true);
        if (signed.lookingAt()) {
            return new Said(true, self == null ? null : self.issuedOn(), signed.end());
        }
        boolean next = found.group("after") != null
                || found.group("hour") != null && Integer.parseInt(found.group("hour")) == MIDNIGHT;
        DateAt date = VietnameseDates.dateAt(text, at).orElse(null);
        return date == null ? new Said(true, null, from) : new Said(true, next ? date.date().plusDays(1) : date.date(), date.end());
    }

    private static Said nothing(int at) {
        return new Said(false, null, at);
    }
}
