package vn.loa.text.citation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.date.VietnameseDates;
import vn.loa.text.fold.Words;
import vn.loa.text.number.DocumentTypes;
import vn.loa.text.number.DocumentTypes.TypeWord;

/**
 * Reads laws that are cited by name: "Luật Đất đai năm 2013", "Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế
 * ngày 13 tháng 6 năm 2014". A name without number, date or year has no end that can be seen by itself: {@link LawNames}.
 */
final class LawName {
    private static final int MAX_LENGTH = 250;
    private static final Pattern YEAR = Pattern.compile("\\(?(?:năm )?(?:19|20)[0-9][0-9](?![\\p{L}0-9/.-]\\w)(?![0-9])");

    /** Words that no law's name contains. At such a word the sentence goes on. */
    private static final List<String> STOPS = List.of("này", "được", "đã", "quy định", "ban hành", "từ", "kể",
            "có hiệu lực", "hết hiệu lực", "thông qua", "thì", "là", "khi", "do", "tại", "nêu", "vào", "sẽ", "về",
            "nhằm", "phải", "và các", "trước", "sau", "trên", "năm", "Căn cứ", "Theo");

    private static final Pattern SMALL_NAME = Pattern.compile(
            "(?:\\p{Ll}{1,7},? ){1,12}?ngày [0-9]{1,2} ?(?:tháng|[/.-]) ?[0-9]{1,2} ?,? ?(?:năm|[/.-]) ?(?:19|20)[0-9]{2}");

    private LawName() {}

    /** The citation of a law by its name with a date or year. */
    static Optional<Mention> read(String text, TypeWord type, TypeStarts types) {
        if (!DocumentTypes.isLaw(type.type()) || !type.capital()) {
            return Optional.empty();
        }
        boolean mayBeNameless = type.type().equals("Hiến pháp");
        int at = type.end();
        while (at - type.end() < MAX_LENGTH && text.startsWith(" ", at)) {
            at++;
            boolean named = at > type.end() + 1;
            if (named || mayBeNameless) {
                Optional<Mention> dated = dated(text, type, at);
                if (dated.isPresent()) {
                    return dated;
                }
            }
            if (!continuesName(text, type, at, types)) {
                return Optional.empty();
            }
            at = Words.end(text, at);
        }
        return Optional.empty();
    }

    /** Whether the words from the type word to the offset are a law's name. */
    static boolean isName(String text, TypeWord type, int to, TypeStarts types) {
        int at = type.end();
        while (at < to && to - type.end() < MAX_LENGTH && text.startsWith(" ", at)) {
            if (!continuesName(text, type, at + 1, types)) {
                return false;
            }
            at = Words.end(text, at + 1);
        }
        return at == to && at > type.end();
    }

    private static Optional<Mention> dated(String text, TypeWord type, int at) {
        boolean afterComma = text.charAt(at - 2) == ',';
        String name = afterComma ? text.substring(Math.min(type.end() + 1, at - 2), at - 2)
                : text.substring(type.end(), at - 1).strip();
        Mention mention = Mention.of(type.start(), at, type.type(), null).withTitle(name.isEmpty() ? null : name);
        if (Words.at(text, at, "ngày")) {
            return VietnameseDates.dateAt(text, at).map(date -> mention.with(date.date(), date.end()));
        }
        // Behind a comma a year does not belong to the name.
        Matcher year = YEAR.matcher(text).region(at, text.length()).useTransparentBounds(true);
        return !afterComma && year.lookingAt() ? Optional.of(mention.with((LocalDate) null, year.end()))
                : Optional.empty();
    }

    /**
     * Whether the word at this offset may belong to a law's name. A name begins with a capital, with "nước" or with
     * "sửa đổi".
     */
    private static boolean continuesName(String text, TypeWord type, int at, TypeStarts types) {
        boolean amends = Words.at(text, type.end() + 1, "sửa đổi");
        boolean first = at == type.end() + 1;
        if (first && !amends && !Words.at(text, at, "nước") && !Character.isUpperCase(charAt(text, at))) {
            return isDatedInSmallLetters(text, at);
        }
        if (Words.at(text, type.end() + 1, "ban hành") && at <= type.end() + 1 + "ban hành".length()) {
            return true;
        }
        if (Words.anyAt(text, at, STOPS) || !amends && types.capitalAt(at)) {
            return false;
        }
        int end = Words.end(text, at);
        for (int i = at; i < end; i++) {
            if (";.:()“”\"…".indexOf(text.charAt(i)) >= 0) {
                return false;
            }
        }
        return end > at;
    }

    /** Whether a name in small letters ends with a full date: "Luật bảo hiểm y tế ngày 14 tháng 11 năm 2008". */
    private static boolean isDatedInSmallLetters(String text, int at) {
        return SMALL_NAME.matcher(text).region(at, Math.min(text.length(), at + MAX_LENGTH)).lookingAt();
    }

    private static char charAt(String text, int at) {
        return at < text.length() ? text.charAt(at) : ' ';
    }
}
