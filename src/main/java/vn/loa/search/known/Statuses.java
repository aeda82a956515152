package vn.loa.search.known;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The statuses of a section or of a document, one after the other. */
final class Statuses {
    private final NavigableMap<Long, String> byFirstDay = new TreeMap<>();

    private Statuses() {
    }

    /** @param text each status behind the epoch day on which it begins, in order: "-2147483648 not-yet,18748 in-force"; null for none */
    static Statuses read(String text) {
        Statuses statuses = new Statuses();
        if (text != null) {
            for (String period : text.split(",")) {
                int space = period.indexOf(' ');
                statuses.byFirstDay.put(Long.valueOf(period.substring(0, space)), period.substring(space + 1));
            }
        }
        return statuses;
    }

    /** Null where there is no document. */
    String on(LocalDate day) {
        var period = byFirstDay.floorEntry(day.toEpochDay());
        return period == null ? null : period.getValue();
    }
}
