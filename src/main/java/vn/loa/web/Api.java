package vn.loa.web;

/** Names that every resource of the API shares. */
public final class Api {

    /** Where version 1 of the API begins. */
    public static final String V1 = "/api/v1";

    /** The address that takes files: their bodies have a limit of their own, and wait for their turn to be read. */
    public static final String FILES = V1 + "/media";

    /** The name of the security scheme in the contract. */
    public static final String BEARER = "bearer";

    private Api() {
    }
}
