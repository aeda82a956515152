package vn.loa.listing;

import java.util.List;

/** A query parameter with values that are separated by commas. Repeating the parameter is the same. */
public final class ListParameter {

    private ListParameter() {
    }

    /** All values, separated by commas; null when the parameter is not given. */
    public static String joined(List<String> values) {
        return values == null || values.isEmpty() ? null : String.join(",", values);
    }
}
