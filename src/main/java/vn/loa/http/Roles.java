package vn.loa.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The roles of callers. Each editorial role includes the smaller ones, and a caller who has it is given those, too.
 * {@link #FRONTEND} stands apart.
 */
public final class Roles {

    /** Writes working copies. */
    public static final String EDITOR = "editor";
    /** Also publishes, schedules, withdraws and removes. */
    public static final String PUBLISHER = "publisher";
    /** Also manages keys and reads the audit log. */
    public static final String ADMIN = "admin";

    /** A server that renders pages: it may say for which reader a hit is counted, and nothing else. */
    public static final String FRONTEND = "frontend";

    /** From the smallest role to the one that includes all others. */
    public static final List<String> EDITORIAL = List.of(EDITOR, PUBLISHER, ADMIN);
    /** Every role that a key may have. */
    public static final List<String> KNOWN = List.of(EDITOR, PUBLISHER, ADMIN, FRONTEND);

    private Roles() {
    }

    /** These roles and all roles that they include. Unknown names are ignored. */
    public static List<String> including(Collection<String> given) {
        int largest = given.stream().mapToInt(EDITORIAL::indexOf).max().orElse(-1);
        List<String> roles = new ArrayList<>(EDITORIAL.subList(0, largest + 1));
        if (given.contains(FRONTEND)) {
            roles.add(FRONTEND);
        }
        return List.copyOf(roles);
    }
}
