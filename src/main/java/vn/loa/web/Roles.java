package vn.loa.web;

/** What a caller may do. Each role includes the one before it: whoever has it is given the smaller ones too. */
public final class Roles {

    /** Writes working copies. */
    public static final String EDITOR = "editor";
    /** Also publishes, schedules, withdraws and removes. */
    public static final String PUBLISHER = "publisher";
    /** Also manages keys and reads the audit log. */
    public static final String ADMIN = "admin";

    private Roles() {
    }
}
