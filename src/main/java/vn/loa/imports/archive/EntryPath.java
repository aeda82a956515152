package vn.loa.imports.archive;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The path of an entry. A backslash divides it, too, because some programs of Windows write it.
 *
 * @param value in NFC; null when it leads out of the archive or is no path
 * @param shown for reports: the name as the archive has it, without control characters and cut
 */
record EntryPath(String value, String shown) {

    private static final int SHOWN = 300;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]");
    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*");
    /** Beyond it, marks that follow one letter are no name, and normalising them takes quadratic time. */
    private static final Pattern MANY_MARKS = Pattern.compile("\\p{M}{31}");

    static EntryPath of(String name) {
        String shown = CONTROL.matcher(name.length() > SHOWN ? name.substring(0, SHOWN) + "…" : name).replaceAll("\uFFFD");
        boolean readable = !CONTROL.matcher(name).find() && !MANY_MARKS.matcher(name).find();
        String value = readable ? safe(Normalizer.normalize(name, Normalizer.Form.NFC)) : null;
        return new EntryPath(value, value == null || value.length() > SHOWN ? shown : value);
    }

    /** Null when it is not. */
    private static String safe(String name) {
        String path = name.replace('\\', '/');
        if (path.startsWith("/") || DRIVE.matcher(path).matches()) {
            return null;
        }
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/")) {
            if (segment.equals("..")) {
                return null;
            }
            if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        return segments.isEmpty() ? null : String.join("/", segments);
    }

    /** Its last segment. */
    String name() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    int depth() {
        return (int) value.chars().filter(c -> c == '/').count();
    }
}
