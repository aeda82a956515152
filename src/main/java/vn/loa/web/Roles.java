package vn.loa.web;

import java.util.Collection;
import java.util.List;

/** What a caller may do. Each role includes the one before it: whoever has it is given the smaller ones too. */
public final class Roles {

    /** Writes working copies. */
    public static final String EDITOR = "editor";
    /** Also publishes, schedules, withdraws and removes. */
    public static final String PUBLISHER = "publisher";
    /** Also manages keys and reads the audit log. */
    public static final String ADMIN = "admin";

    /** From the smallest to the one that includes all others. */
    public static final List<String> ALL = List.of(EDITOR, PUBLISHER, ADMIN);

    private Roles() {
    }

    /** The largest of these roles and all that it includes; names that are no roles give nothing. */
    public static List<String> including(Collection<String> given) {
        int largest = given.stream().mapToInt(ALL::indexOf).max().orElse(-1);
        return ALL.subList(0, largest + 1);
    }
}
