package vn.loa.http.pipeline;

/** The path of a request as logs and traces may have it: without the query, which has the words of readers, and without the tokens of preview links. */
final class LoggedPath {

    /** Wherever it stands: Loa answers a path with a second slash before it, too. */
    private static final String PREVIEWS = "/previews/";

    private LoggedPath() {
    }

    static String of(String path) {
        int previews = path.indexOf(PREVIEWS);
        return previews < 0 ? path : path.substring(0, previews) + PREVIEWS + "{token}";
    }
}
