package vn.loa.http;

/** Names that every resource of the API shares. */
public final class ApiPaths {

    /** Where version 1 of the API begins. */
    public static final String V1 = "/api/v1";

    /** The address that takes files: their bodies have a limit of their own, and wait for their turn to be read. */
    public static final String FILES = V1 + "/media";

    /** The name of the security scheme in the contract. */
    public static final String BEARER = "bearer";

    /** What editors see is kept by no cache. */
    public static final String PRIVATE = "private, no-store";

    /** What changes while people read: nobody is told, and so caches keep it for a moment only. */
    public static final String BRIEF = "public, max-age=10";

    /** An id in the contract's examples. */
    public static final String EXAMPLE_ID = "01a206d2-563a-7e8e-8a6a-736bf594a420";

    private ApiPaths() {
    }
}
