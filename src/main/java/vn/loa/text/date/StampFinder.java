package vn.loa.text.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.date.VietnameseDates.DateAt;
import vn.loa.text.date.VietnameseDates.Stamp;

/** Finds the time of publication or of the last change that a portal prints with an article. */
final class StampFinder {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    /** The text between date and time: punctuation, "ngày", "lúc", a weekday. */
    private static final String WEEKDAY = "(?:thứ\\s(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\\snhật|t[2-7]|cn)";
    private static final String BETWEEN =
            "[\\s,|(-]{0,5}+(?:" + WEEKDAY + "[\\s,|-]{1,5}+)?(?:(?:ngày|lúc|vào\\slúc)\\s{0,3}+)?";

    /** Hour, minute, second, half of the day: 8:44, 08:44:11, 8h44, 8g44, 8 giờ 44, 8:44 AM, 08:44:11 CH. */
    private static final Pattern TIME = Pattern.compile("([0-9]{1,2})(?::|h|g|\\s?giờ\\s?)([0-9]{2})(?::([0-9]{2}))?+"
            + "(?:\\sphút)?+(?:\\s?(AM|PM|SA|CH|sáng|chiều|tối)(?!\\w))?+(?![0-9:])", FLAGS);
    private static final Pattern ZONE =
            Pattern.compile("[\\s,(]{0,3}+(?:(?:GMT|UTC)\\s?([+-])([0-9]{1,2})(?::?([0-9]{2}))?+"
                    + "|([+-])([0-9]{2}):([0-9]{2})|(GMT|UTC|Z))(?!\\w)\\)?", FLAGS);

    private static final Pattern ISO = Pattern.compile("(?<![0-9])((?:19|20)[0-9][0-9]-[0-9][0-9]-[0-9][0-9])[T ]"
            + "([0-9][0-9]:[0-9][0-9](?::[0-9][0-9](?:\\.[0-9]{1,9}+)?)?)\\s?(Z|[+-][0-9][0-9]:?[0-9][0-9])?+(?![0-9])");

    /** The text before a date without a time that makes the date a stamp. */
    private static final Pattern LABEL = Pattern.compile("(?:(?:ngày\\s)?(?:đăng(?:\\s(?:tin|bài|tải|ngày|lúc))?"
            + "|cập\\snhật(?:\\s(?:ngày|lúc|lần\\scuối))?|xuất\\sbản|tạo|phát\\shành|viết|gửi)|thời\\sgian|ngày"
            + "|published|updated|date)\\s?:\\s?$|(?:đăng|cập\\snhật)\\s(?:ngày|lúc)\\s$"
            + "|" + WEEKDAY + "[\\s,|-]{1,5}+(?:ngày\\s)?$", FLAGS);
    private static final int LABEL_LENGTH = 40;

    private static final Pattern BETWEEN_ONLY = Pattern.compile(BETWEEN, FLAGS);
    private static final Pattern CANDIDATE = Pattern.compile("(?<![0-9/.:-])[0-9]{1,2}(?=[:hg/.\\s-])", FLAGS);

    private StampFinder() {}

    static Optional<Stamp> find(String line) {
        Optional<Stamp> iso = iso(line);
        int limit = iso.map(Stamp::start).orElse(line.length());
        Matcher figure = CANDIDATE.matcher(line);
        while (figure.find() && figure.start() < limit) {
            Optional<Stamp> stamp = at(line, figure.start());
            if (stamp.isPresent()) {
                return stamp;
            }
        }
        return iso;
    }

    private static Optional<Stamp> at(String line, int start) {
        Optional<DateAt> date = VietnameseDates.dateAt(line, start);
        if (date.isPresent()) {
            return timeAt(line, between(line, date.get().end()))
                    .map(time -> stamp(line, date.get().date(), time.time(), start, time.end()))
                    .or(() -> isIntroduced(line, start, date.get().end())
                            ? Optional.of(stamp(line, date.get().date(), null, start, date.get().end()))
                            : Optional.empty());
        }
        return timeAt(line, start).flatMap(time -> VietnameseDates.dateAt(line, between(line, time.end()))
                .map(after -> stamp(line, after.date(), time.time(), start, after.end())));
    }

    private static Stamp stamp(String line, LocalDate date, LocalTime time, int start, int end) {
        if (time == null) {
            return new Stamp(date.atStartOfDay(), null, false, start, end);
        }
        Matcher zone = ZONE.matcher(line).region(end, line.length()).useTransparentBounds(true);
        ZoneOffset offset = zone.lookingAt() ? offset(zone) : null;
        return new Stamp(date.atTime(time), offset, true, start, offset == null ? end : zone.end());
    }

    private static int between(String line, int from) {
        Matcher between = BETWEEN_ONLY.matcher(line).region(from, line.length());
        return between.lookingAt() ? between.end() : from;
    }

    private record TimeAt(LocalTime time, int end) {}

    private static Optional<TimeAt> timeAt(String line, int from) {
        Matcher time = TIME.matcher(line).region(from, line.length()).useTransparentBounds(true);
        if (!time.lookingAt()) {
            return Optional.empty();
        }
        int hour = hour(Integer.parseInt(time.group(1)), time.group(4));
        int minute = Integer.parseInt(time.group(2));
        int second = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
        return hour < 24 && minute < 60 && second < 60
                ? Optional.of(new TimeAt(LocalTime.of(hour, minute, second), time.end())) : Optional.empty();
    }

    /**
     * The hour on the 24-hour clock. SA and sáng mean before noon, CH, chiều and tối after noon; 14:44 CH stays 14:44.
     */
    private static int hour(int hour, String half) {
        if (half == null || hour > 12) {
            return hour;
        }
        boolean morning = half.equalsIgnoreCase("AM") || half.equalsIgnoreCase("SA") || half.equalsIgnoreCase("sáng");
        return hour % 12 + (morning ? 0 : 12);
    }

    private static ZoneOffset offset(Matcher zone) {
        if (zone.group(7) != null) {
            return ZoneOffset.UTC;
        }
        boolean named = zone.group(1) != null;
        int sign = zone.group(named ? 1 : 4).equals("-") ? -1 : 1;
        int hours = Integer.parseInt(zone.group(named ? 2 : 5));
        String minutes = zone.group(named ? 3 : 6);
        try {
            return ZoneOffset.ofHoursMinutes(sign * hours, minutes == null ? 0 : sign * Integer.parseInt(minutes));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean isIntroduced(String line, int start, int end) {
        String before = line.substring(Math.max(0, start - LABEL_LENGTH), start);
        return before.isBlank() && line.substring(end).isBlank() && Character.isDigit(line.charAt(start))
                || LABEL.matcher(before).find();
    }

    private static Optional<Stamp> iso(String line) {
        Matcher iso = ISO.matcher(line);
        while (iso.find()) {
            try {
                LocalDate date = LocalDate.parse(iso.group(1));
                LocalTime time = LocalTime.parse(iso.group(2));
                ZoneOffset offset = iso.group(3) == null ? null
                        : ZoneOffset.of(iso.group(3));
                return Optional.of(new Stamp(date.atTime(time), offset, true, iso.start(), iso.end()));
            } catch (DateTimeException e) {
                // No such day, hour or zone. The line may still have a stamp further on.
                continue;
            }
        }
        return Optional.empty();
    }
}
