package vn.loa.http;

/** Constants that many resources of the API share: paths, header values, names in the contract. */
public final class ApiPaths {

    /** The prefix of every path of version 1. */
    public static final String V1 = "/api/v1";

    /** The path of articles; the next segment is one's id or slug. */
    public static final String ARTICLES = V1 + "/articles";

    /** The path of categories; the next segment is one's id or slug. */
    public static final String CATEGORIES = V1 + "/categories";

    /** The path of uploaded files. */
    public static final String FILES = V1 + "/media";

    /** {@code Cache-Control} of answers for editors: no cache stores them. */
    public static final String PRIVATE = "private, no-store";

    /** {@code Cache-Control} of counters, which change without a purge: caches keep them for ten seconds. */
    public static final String BRIEF = "public, max-age=10";

    private ApiPaths() {
    }
}
