package vn.loa.text.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.fold.VietnameseText;

/** Reads dates of issue and publication timestamps. */
public final class VietnameseDates {
    /** Three groups: day, month, year. */
    private static final String WORDS =
            "([0-9]{1,2}+)\\s{0,3}+tháng\\s{0,3}+([0-9]{1,2}+)\\s{0,3}+,?\\s{0,3}+năm\\s{0,3}+((?:19|20)[0-9][0-9])";
    /** Four groups: day, separator, month, year; the separator is the same both times. */
    private static final String FIGURES = "([0-9]{1,2}+)\\s?([/.-])\\s?([0-9]{1,2}+)\\s?\\2\\s?((?:19|20)[0-9][0-9])";

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final Pattern IN_WORDS = Pattern.compile("(?:ngày\\s{0,3}+)?" + WORDS + "(?![0-9])", FLAGS);
    private static final Pattern IN_FIGURES =
            Pattern.compile("(?:ngày\\s{0,3}+)?" + FIGURES + "(?![0-9])", FLAGS);

    private VietnameseDates() {}

    /**
     * A publication timestamp in a line.
     *
     * @param at the local time; midnight when the page gives none
     * @param offset null when the page names no zone
     * @param timeKnown false when the page gives only the day
     * @param start offset of the date or time in the line, in UTF-16 code units; labels and weekdays stay outside
     * @param end offset behind the last of date, time and zone
     */
    public record Stamp(LocalDateTime at, ZoneOffset offset, boolean timeKnown, int start, int end) {}

    /**
     * The date that the whole string is: "ngày 01 tháng 6 năm 2022", "01 tháng 6 năm 2022", 27/7/2022, 29-5-2008,
     * 9.12.2003; years 1900 to 2099. Empty for anything else and for days that do not exist (31/2/2022).
     */
    public static Optional<LocalDate> date(String s) {
        if (s == null || s.length() > 200) {
            return Optional.empty();
        }
        String line = VietnameseText.oneLine(s);
        return dateAt(line, 0).filter(found -> found.end() == line.length()).map(DateAt::date);
    }

    /**
     * A portal's publication timestamp somewhere in a line. A timestamp is one of these:
     * <ul>
     * <li>a date with a time before or behind it ("08:44:11 27-07-2022", "27/07/2022, 08:44 GMT+7", "8h44 ngày
     *     27/07/2022", "27-07-2022 8:44 CH"),
     * <li>an ISO 8601 timestamp,
     * <li>a date alone, if a label ("Ngày đăng:", "Cập nhật:") or weekday introduces it, or if the line is only the
     *     date.
     * </ul>
     * A date within a sentence is no timestamp. The line need not be normalised: white space of any kind separates.
     */
    public static Optional<Stamp> findStamp(String line) {
        return line == null ? Optional.empty() : StampFinder.find(line);
    }

    /** A date and the offset behind it. */
    public record DateAt(LocalDate date, int end) {}

    /** The date that begins exactly at this offset, with or without the word "ngày". */
    public static Optional<DateAt> dateAt(String text, int from) {
        Matcher words = IN_WORDS.matcher(text).region(from, text.length()).useTransparentBounds(true);
        if (words.lookingAt()) {
            return exists(words.group(1), words.group(2), words.group(3)).map(date -> new DateAt(date, words.end()));
        }
        Matcher figures = IN_FIGURES.matcher(text).region(from, text.length()).useTransparentBounds(true);
        if (figures.lookingAt()) {
            return exists(figures.group(1), figures.group(3), figures.group(4))
                    .map(date -> new DateAt(date, figures.end()));
        }
        return Optional.empty();
    }

    /** The date with these numbers; empty when there is no such day. */
    public static Optional<LocalDate> exists(String day, String month, String year) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
