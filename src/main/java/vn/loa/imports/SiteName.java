package vn.loa.imports;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.fold.VietnameseText;

/** Recognises the portal's name, in the first line of a page or in its window title. */
final class SiteName {

    /** “Xem chi tiết tin - {site}”: the window title of every article on older portals. */
    private static final Pattern DETAIL_PAGE = Pattern.compile("^(?:xem )?chi tiết tin(?: tức)?\\s*[-–|:]\\s*(.+)$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern PORTAL = Pattern.compile("^(?:cổng|trang)\\s+(?:thông tin|tin|ttđt|tt đt).*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private SiteName() {
    }

    static Optional<String> in(String line) {
        Matcher detail = DETAIL_PAGE.matcher(line);
        if (detail.matches()) {
            return Optional.of(VietnameseText.oneLine(detail.group(1)));
        }
        return PORTAL.matcher(line).matches() ? Optional.of(line) : Optional.empty();
    }

    /** The site in a window title such as “{article} | {site}”: the last part, unless the whole title is a name. */
    static Optional<String> inWindowTitle(String title) {
        Optional<String> whole = in(title);
        if (whole.isPresent()) {
            return whole;
        }
        String[] parts = title.split("\\s[|–-]\\s");
        return parts.length > 1 ? Optional.of(parts[parts.length - 1].strip()) : Optional.empty();
    }
}
