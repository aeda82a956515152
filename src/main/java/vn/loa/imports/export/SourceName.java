package vn.loa.imports.export;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import vn.loa.text.fold.Slug;

/** What a portal that is merged is called here, and slugs that collide are called after it: words of a slug. */
record SourceName(String value) {

    static final int LONGEST = 40;
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]++(?:-[a-z0-9]++)*+");

    static boolean isName(String text) {
        return text.length() <= LONGEST && SHAPE.matcher(text).matches();
    }

    /** The slug; when it is taken, with the source behind it; when that is, too, with the first number that is free. */
    String free(String slug, Predicate<String> isFree) {
        String free = slug;
        for (int n = 1; !isFree.test(free); n++) {
            free = named(slug, n);
        }
        return free;
    }

    private String named(String slug, int n) {
        String end = "-" + value + (n == 1 ? "" : "-" + n);
        int length = Math.min(slug.length(), Slug.MAX_LENGTH - end.length());
        return slug.substring(0, length).replaceFirst("-$", "") + end;
    }
}
