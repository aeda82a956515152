package vn.loa.text.citation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.date.VietnameseDates;
import vn.loa.text.fold.Words;

/**
 * The issuer and the date in the words before a document's name: "Ngày 13 tháng 7 năm 2022, Ban Thường vụ Tỉnh ủy ban
 * hành …".
 *
 * @param issuer null when the words name none
 * @param issuedOn null when the words give no full date
 */
record TitleAnnouncement(String issuer, LocalDate issuedOn) {
    private static final int WINDOW = 300;
    private static final Pattern ISSUED = Pattern.compile("(?: (?:đã|vừa|mới|chính thức|tiếp tục|cũng)){0,3}+ "
            + "(?:(?:ký )?ban hành|ký|thông qua|(?<=(?:đã|vừa) )có) $");
    private static final Pattern DATE = Pattern.compile("(?<!\\p{L})[Nn]gày [0-9]");
    private static final Pattern OPENING =
            Pattern.compile("(?:Vừa qua|Mới đây|Theo đó|Hôm nay|Trước đó|Tiếp đó|Ngày [0-9]{1,2}+[/-][0-9]{1,2}+),? ");
    private static final int MAX_ISSUER = 120;

    /**
     * The announcement before the offset; empty when the words do not say that the document was issued. Reads back to
     * the start of the sentence, but not beyond the limit.
     */
    static Optional<TitleAnnouncement> before(String text, int offset, int limit) {
        String words = sentence(text.substring(Math.max(limit, offset - WINDOW), offset));
        Matcher issued = ISSUED.matcher(words);
        if (!issued.find()) {
            return Optional.empty();
        }
        String before = words.substring(0, issued.start());
        LocalDate date = null;
        Matcher day = DATE.matcher(before);
        int from = 0;
        while (day.find()) {
            Optional<VietnameseDates.DateAt> found = VietnameseDates.dateAt(before, day.start());
            if (found.isPresent()) {
                date = found.get().date();
                from = found.get().end();
            }
        }
        return Optional.of(new TitleAnnouncement(issuer(before.substring(from)), date));
    }

    private static String issuer(String words) {
        String rest = words.substring(Words.skipComma(words, 0));
        Matcher opening = OPENING.matcher(rest);
        String name = opening.lookingAt() ? rest.substring(opening.end()) : rest;
        int comma = name.indexOf(',');
        while (comma >= 0) {
            if (IssuerReader.goesOnBehind(name, 0, comma)) {
                break;
            }
            name = name.substring(comma + 1).strip();
            comma = name.indexOf(',');
        }
        boolean plausible = name.length() > 1 && name.length() <= MAX_ISSUER && Character.isUpperCase(name.charAt(0));
        return plausible ? name : null;
    }

    /** The words behind the last end of a sentence. */
    private static String sentence(String words) {
        for (int i = words.length() - 2; i > 0; i--) {
            char c = words.charAt(i);
            boolean abbreviated = i < 4 || Character.isUpperCase(words.charAt(i - 1));
            boolean stop = c == '.' && words.charAt(i + 1) == ' ' && !abbreviated;
            if (stop || c == ';' || c == ':' || c == '”') {
                return words.substring(i + 1).strip() + " ";
            }
        }
        return words;
    }
}
