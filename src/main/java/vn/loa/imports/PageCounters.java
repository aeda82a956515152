package vn.loa.imports;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The visitor counters on a page, found by the labels that portals use. Null where the page has none. */
record PageCounters(Long views, Long online, Long today, Long total) {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final String NUMBER = "([0-9]{1,3}(?:[.,][0-9]{3}){1,4}|[0-9]{1,15})(?![0-9/]|[.,][0-9])";
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
            + "|" + TOTAL_LABEL + ")\\s?:?\\s?" + NUMBER + "(?:\\s?lượt)?[\\s|.,;-]{0,5})+", FLAGS);

    private static Pattern labelled(String label) {
        return Pattern.compile("(?<!\\w)(?:" + label + ")\\s{0,3}:?\\s{0,3}" + NUMBER, FLAGS);
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
        Long views = first(VIEWS, near);
        if (views == null) {
            views = first(VIEWS_AFTER, near);
        }
        if (views == null) {
            views = first(VIEWS, far);
        }
        return new PageCounters(views, first(ONLINE, far), first(TODAY, far), first(TOTAL, far));
    }

    private static Long first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Long.valueOf(matcher.group(1).replaceAll("[.,]", "")) : null;
    }
}
