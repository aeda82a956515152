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

    /**
     * @param there what a portal is called in the export
     * @param here what it is called here; empty for this portal itself
     */
    static ExportFault contains(String there, String here) {
        return new ExportFault("The export has what was counted in '" + there + "', which was merged there, and that is "
                + (here.isEmpty() ? "this portal" : "here already, as '" + here + "'") + ": it would count twice. Merge both into a new Loa: "
                + "first this export, then that of '" + there + "', which adds only what is new.");
    }

    ProblemException asProblem() {
        return ExportResource.conflict(getMessage());
    }
}
