package vn.loa.imports.dump;

/** For whom rows are written. */
public enum Audience {
    /** The operator: everything, secrets included. */
    BACKUP,
    /** An administrator: everything but secrets. */
    ADMIN,
    /** Anybody: what the public may read anyway. */
    PUBLIC
}
