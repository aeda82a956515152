package vn.loa.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.structure.Warning;

/**
 * The visitor counters on a page, found by the labels that portals use. Null where the page has none.
 *
 * @param warnings the counters that are no whole number up to {@value #MOST}; they are null
 */
record PageCounters(Long views, Long online, Long today, Long total, List<Warning> warnings) {

    /** The limit of a counter that is set over HTTP, too. */
    static final long MOST = 1_000_000_000_000L;
    private static final int EXCERPT_LENGTH = 60;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    /** Thousands are separated by a point, a comma, or a space: also a no-break, a thin, or a narrow no-break one. */
    private static final String SPACE = "[ \u00A0\u2009\u202F]";
    private static final String THOUSANDS = "[0-9]{3}(?![0-9])";
    private static final String NUMBER = "([0-9]{1,3}(?:(?:\\." + THOUSANDS + "){1,5}+|(?:," + THOUSANDS + "){1,5}+|(?:"
            + SPACE + THOUSANDS + "){1,5}+)|[0-9]{1,18}+)(?![0-9/]|[.,][0-9]|" + SPACE + THOUSANDS + ")";
    /** A word may follow without a space, where a page's elements stand side by side: "7Hôm nay". */
    private static final Pattern WHOLE_NUMBER = Pattern.compile(NUMBER + "(?!(?!\\p{Lu}\\p{Ll})\\p{L})");
    private static final Pattern NO_NUMBER = Pattern.compile("[-+]?[0-9][\\p{L}0-9.,]*+(?!/)");
    private static final String VIEWS_LABEL = "(?:số )?lượt (?:xem|đọc)|số lần xem|đã xem|lượt truy cập bài";
    private static final String ONLINE_LABEL = "(?:số người )?đang (?:online|truy cập|trực tuyến|xem)|trực tuyến|online";
    private static final String TODAY_LABEL = "(?:truy cập )?(?:hôm nay|trong ngày)";
    private static final String TOTAL_LABEL = "đã truy cập|tổng (?:số )?(?:lượt )?truy cập|tổng cộng|tất cả";

    private static final Pattern VIEWS = labelled(VIEWS_LABEL);
    private static final Pattern VIEWS_AFTER = Pattern.compile("(?<![0-9/])" + NUMBER + "\\s?lượt (?:xem|đọc)", FLAGS);
    private static final Pattern ONLINE = labelled(ONLINE_LABEL);
    private static final Pattern TODAY = labelled(TODAY_LABEL);
    private static final Pattern TOTAL = labelled(TOTAL_LABEL);
    private static final Pattern LINE = Pattern.compile("(?:(?:" + VIEWS_LABEL + "|" + ONLINE_LABEL + "|" + TODAY_LABEL
            + "|" + TOTAL_LABEL + ")\\s?:?\\s?" + NUMBER + "(?:\\s?lượt)?[\\s|.,;-]{0,5}){1,50}", FLAGS);

    private static Pattern labelled(String label) {
        return Pattern.compile("(?<!\\w)(?:" + label + ")\\s{0,3}:?\\s{0,3}(?=[-+]?[0-9])", FLAGS);
    }

    /** Whether a block contains only counters. */
    static boolean isCounterLine(String block) {
        return block.length() <= 200 && LINE.matcher(block).matches();
    }

    /**
     * @param head blocks near the title, with the article's own counter
     * @param around blocks outside the text, with the site's counters
     */
    static PageCounters read(List<String> head, List<String> around) {
        String near = String.join("\n", head);
        String far = String.join("\n", around);
        List<Warning> warnings = new ArrayList<>();
        Long views = first(VIEWS, near, warnings);
        if (views == null) {
            Matcher after = VIEWS_AFTER.matcher(near);
            views = after.find() ? value(after.group(1)) : null;
        }
        if (views == null) {
            views = first(VIEWS, far, warnings);
        }
        return new PageCounters(views, first(ONLINE, far, warnings), first(TODAY, far, warnings),
                first(TOTAL, far, warnings), warnings);
    }

    /** The first number behind the label; without one, a warning of the first figures that are none. */
    private static Long first(Pattern label, String text, List<Warning> warnings) {
        Matcher place = label.matcher(text);
        Warning unread = null;
        while (place.find()) {
            Matcher number = WHOLE_NUMBER.matcher(text).region(place.end(), text.length()).useTransparentBounds(true);
            Long value = number.lookingAt() ? value(number.group(1)) : null;
            if (value != null) {
                return value;
            }
            Matcher figures = NO_NUMBER.matcher(text).region(place.end(), text.length());
            if (unread == null && figures.lookingAt()) {
                unread = new Warning("counter-not-read", "This counter is no whole number up to " + MOST
                        + "; it was left out.", VietnameseText.excerpt(place.group() + figures.group(), EXCERPT_LENGTH));
            }
        }
        if (unread != null) {
            warnings.add(unread);
        }
        return null;
    }

    /** Null for a number that is too large. */
    private static Long value(String number) {
        long value = Long.parseLong(number.replaceAll("[^0-9]", ""));
        return value <= MOST ? value : null;
    }
}
