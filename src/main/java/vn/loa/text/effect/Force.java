package vn.loa.text.effect;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.date.VietnameseDates;
import vn.loa.text.date.VietnameseDates.DateAt;

/**
 * The words that say from which day something applies: "có hiệu lực thi hành kể từ ngày 01 tháng 7 năm 2026".
 *
 * @param start offset of "có hiệu lực"
 * @param end offset behind the day
 * @param from null when the words name no day of the calendar
 * @param signed whether it is the day on which the document was signed
 * @param until the last day; null when none is named
 */
record Force(int start, int end, LocalDate from, boolean signed, LocalDate until) {
    private static final Pattern BEGINS = Pattern.compile("(?:có|bắt đầu) hiệu lực(?: thi hành)?,? ?(?:(?:kể )?từ |vào )?(?=ngày |[0-9])");
    private static final Pattern SIGNED = Pattern.compile("ngày (?:được )?(?:ký|kí)(?: ban hành| và ban hành)?(?![\\p{L}])");
    private static final Pattern TO = Pattern.compile(" (?:cho )?đến (?:hết )?(?=ngày |[0-9])");

    /** The first such words from an offset on and before another one. */
    static Optional<Force> in(String text, int from, int to) {
        Matcher begins = BEGINS.matcher(text).region(from, to).useTransparentBounds(true);
        while (begins.find()) {
            Optional<Force> force = day(text, begins.start(), begins.end());
            if (force.isPresent()) {
                return force;
            }
        }
        return Optional.empty();
    }

    private static Optional<Force> day(String text, int start, int at) {
        Optional<DateAt> date = VietnameseDates.dateAt(text, at);
        Matcher signed = SIGNED.matcher(text).region(at, text.length()).useTransparentBounds(true);
        boolean bySigning = date.isEmpty() && signed.lookingAt();
        if (date.isEmpty() && !bySigning) {
            return Optional.empty();
        }
        int end = bySigning ? signed.end() : date.get().end();
        Optional<DateAt> last = until(text, end);
        return Optional.of(new Force(start, last.map(DateAt::end).orElse(end), date.map(DateAt::date).orElse(null), bySigning,
                last.map(DateAt::date).orElse(null)));
    }

    /** The last day, where "đến hết ngày 31 tháng 12 năm 2026" follows at this offset. */
    static Optional<DateAt> until(String text, int at) {
        Matcher to = TO.matcher(text).region(at, text.length()).useTransparentBounds(true);
        return to.lookingAt() ? VietnameseDates.dateAt(text, to.end()) : Optional.empty();
    }

    /** @param signedOn the day on which the document was signed; null when it is not known */
    LocalDate first(LocalDate signedOn) {
        return signed ? signedOn : from;
    }
}
