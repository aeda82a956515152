package vn.loa.text.print;

import java.util.regex.Pattern;

/** Knows a label line, as "Hôm nay: 2898": a few words from a capital on, a colon, a value. */
public final class LabelLines {
    private static final int LONGEST = 60;
    private static final Pattern LABEL = Pattern.compile("\\p{Lu}[^:.;,“”\"]{0,39}+: ?\\S.*+");

    private LabelLines() {}

    public static boolean isLabel(String line) {
        return line.length() <= LONGEST && line.indexOf(':') > 0 && LABEL.matcher(line).matches();
    }
}
