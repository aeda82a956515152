package vn.loa.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A query parameter with values that are separated by commas. Repeating the parameter is the same. In the values of a filter
 * {@code \,} stands for a comma that separates nothing: some issuers have one in their name.
 */
public final class ListParameter {

    private static final String COMMA = "\\,";

    private ListParameter() {
    }

    /** All values, separated by commas; null when the parameter is not given. */
    public static String joined(List<String> values) {
        return values == null || values.isEmpty() ? null : String.join(",", values);
    }

    /** The values of a filter. */
    static List<String> values(List<String> given) {
        List<String> values = new ArrayList<>();
        for (String text : given) {
            StringBuilder value = new StringBuilder();
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == ',') {
                    values.add(value.toString());
                    value.setLength(0);
                } else if (text.startsWith(COMMA, i)) {
                    value.append(',');
                    i++;
                } else {
                    value.append(c);
                }
            }
            values.add(value.toString());
        }
        return values;
    }

    /** A parameter that has these values of a filter. */
    static String joinedValues(List<String> values) {
        return values.stream().map(value -> value.replace(",", COMMA)).collect(Collectors.joining(","));
    }
}
