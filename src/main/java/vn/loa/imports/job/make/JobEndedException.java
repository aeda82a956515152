package vn.loa.imports.job.make;

/** The job was cancelled while something was made for it: that is rolled back, because an undo may have gone past it already. */
final class JobEndedException extends RuntimeException {

    JobEndedException() {
        super(null, null, false, false);
    }
}
