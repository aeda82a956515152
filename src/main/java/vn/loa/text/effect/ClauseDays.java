package vn.loa.text.effect;

import java.time.LocalDate;
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
    private static final Pattern BEGINS = Pattern.compile("(?<= )" + FROM + " (?=ngày |(?:lúc )?[0-9]{1,2} ?(?:giờ|h)|[0-9]{1,2} ?[/.-] ?[0-9])");
    /** "01.01.2027" has points that end no sentence. */
    private static final Pattern LEAD = Pattern.compile("(?<when>(?:Bắt đầu từ|Kể từ|Từ|Vào|Sau|Ngày) (?:[^,.;]|\\.(?=[0-9])){1,120}+), ");
    /** Words of a day or a condition. */
    private static final Pattern LOOKS = Pattern.compile("(?<![\\p{L}])(?:ngày|từ|khi|đến|trước|sau|nếu|vào|thời (?:điểm|hạn|gian)|năm|tháng)"
            + "(?![\\p{L}])|[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}");
    /** A day or a condition behind a document, which is not that of another one's commencement. */
    private static final Pattern LOOKS_BEHIND = Pattern.compile("(?<!hiệu lực|thi hành),? (?:kể từ|từ (?=ngày|thời điểm|khi|[0-9])"
            + "|vào ngày|sau khi|sau ngày)(?![\\p{L}])");
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
    Said behind(String text, int from, int to) {
        return behind(text, BEHIND, LOOKS, from, to);
    }

    /** What stands behind the documents that are repealed or replaced. Their titles may reach farther than is seen. */
    Said behindDocuments(String text, int from, int to) {
        return behind(text, BEHIND_DOCUMENTS, LOOKS_BEHIND, from, to);
    }

    private Said behind(String text, Pattern way, Pattern looks, int from, int to) {
        Said said = said(text, way, from, to);
        // A day in an exception is that of what is left out.
        int end = Exceptions.first(text, from, to).orElse(to);
        return said.any() || !looks.matcher(text).region(from, end).useTransparentBounds(true).find() ? said : new Said(true, null, from);
    }

    /** The same where a list follows: "Bãi bỏ các văn bản sau đây kể từ ngày …:". */
    Said announced(String text, int from, int to) {
        Said first = first(text, from, to);
        return first.any() && first.end() == to - 1 ? first : behindDocuments(text, from, to);
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
