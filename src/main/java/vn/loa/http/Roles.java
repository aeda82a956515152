package vn.loa.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What a caller may do. Each role of editors includes the one before it: whoever has it is given the smaller ones too.
 * {@link #FRONTEND} stands beside them.
 */
public final class Roles {

    /** Writes working copies. */
    public static final String EDITOR = "editor";
    /** Also publishes, schedules, withdraws and removes. */
    public static final String PUBLISHER = "publisher";
    /** Also manages keys and reads the audit log. */
    public static final String ADMIN = "admin";

    /** Renders pages on a server: may say for which reader a hit is counted, and nothing else. */
    public static final String FRONTEND = "frontend";

    /** From the smallest to the one that includes all others. */
    public static final List<String> ALL = List.of(EDITOR, PUBLISHER, ADMIN);
    /** Whatever a key may have. */
    public static final List<String> KNOWN = List.of(EDITOR, PUBLISHER, ADMIN, FRONTEND);

    private Roles() {
    }

    /** These roles and all that they include; names that are no roles give nothing. */
    public static List<String> including(Collection<String> given) {
        int largest = given.stream().mapToInt(ALL::indexOf).max().orElse(-1);
        List<String> roles = new ArrayList<>(ALL.subList(0, largest + 1));
        if (given.contains(FRONTEND)) {
            roles.add(FRONTEND);
        }
        return List.copyOf(roles);
    }
}
