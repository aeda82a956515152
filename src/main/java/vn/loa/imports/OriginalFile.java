package vn.loa.imports;

import java.util.Set;
import vn.loa.http.MediaTypes;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/** The file that an article is made of, when the article shall carry it. */
record OriginalFile(String name, byte[] bytes) {

    /** What {@code vn.loa.imports.file} reads. */
    private static final Set<String> TYPES = Set.of("application/pdf", "application/msword",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    /** Whether a body of this content type is a file, and not a page. */
    static boolean isRead(String contentType) {
        String type = MediaTypes.name(contentType);
        return type != null && TYPES.contains(type);
    }

    /**
     * @param keep whether the article shall carry the file
     * @param name null when none is given
     * @return null when it shall not
     * @throws vn.loa.problem.ProblemException 400 when there is no file to keep, or it has no name
     */
    static OriginalFile of(byte[] body, String contentType, boolean keep, String name) {
        if (isRead(contentType) && body.length == 0) {
            throw Problem.of(ProblemType.MALFORMED_BODY, "The body is empty.").asException();
        }
        if (!keep) {
            return null;
        }
        if (!isRead(contentType)) {
            throw Problem.invalidParameter("keepOriginal", "wrong-type", "is for PDF and Word files: pages are not kept").asException();
        }
        if (name == null) {
            throw Problem.invalidParameter("fileName", "missing", "is needed with keepOriginal").asException();
        }
        return new OriginalFile(name, body);
    }
}
