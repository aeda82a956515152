package vn.loa.imports.export;

import java.io.IOException;
import vn.loa.problem.ProblemException;

/** Why an export cannot be written or imported, in words for an admin. */
final class ExportFault extends IOException {

    private static final long serialVersionUID = 1L;

    ExportFault(String message) {
        super(message);
    }

    static ExportFault notEmpty() {
        return new ExportFault("This Loa has content, or had. Without the parameter 'merge' an export is imported into a new one "
                + "only, whose sample content was never loaded.");
    }

    ProblemException asProblem() {
        return ExportResource.conflict(getMessage());
    }
}
