package vn.loa.problem;

import java.util.ArrayList;
import java.util.List;
import vn.loa.problem.Problem.FieldError;

/** Collects what is wrong with a body, so that an answer names every wrong field at once. Not thread-safe. */
public final class FieldErrors {

    /** Further errors are dropped: a longer list helps nobody. */
    private static final int MOST = 100;

    private final List<FieldError> errors = new ArrayList<>();
    private boolean malformed;

    /**
     * @param pointer RFC 6901, into the body
     * @param code names the rule that was broken, for programs
     * @param message says the same to people
     */
    public void add(String pointer, String code, String message) {
        if (errors.size() < MOST && errors.stream().noneMatch(error -> error.pointer().equals(pointer))) {
            errors.add(new FieldError(pointer, null, code, message));
        }
    }

    /** Adds a field that is not known, or has a value of the wrong form. */
    public void addMalformed(String pointer, String code, String message) {
        malformed = true;
        add(pointer, code, message);
    }

    /** Whether this field, or one inside it, is wrong already. */
    public boolean has(String pointer) {
        return errors.stream().anyMatch(error -> error.pointer().equals(pointer) || error.pointer().startsWith(pointer + "/"));
    }

    /** Whether further errors are dropped: then {@link #has} says nothing of the fields that come. */
    public boolean isFull() {
        return errors.size() >= MOST;
    }

    /** @throws ProblemException 400 when a field is not known or has the wrong form, 422 when there are only other errors */
    public void throwIfAny() {
        if (errors.isEmpty()) {
            return;
        }
        FieldError first = errors.get(0);
        String detail = errors.size() == 1
                ? (first.pointer().isEmpty() ? "The body " : "The field " + first.pointer() + " ") + first.message() + "."
                : errors.size() + " fields are not valid; `errors` names them.";
        Problem problem = Problem.of(malformed ? ProblemType.MALFORMED_BODY : ProblemType.INVALID_CONTENT, detail);
        for (FieldError error : errors) {
            problem = problem.withError(error);
        }
        throw problem.asException();
    }
}
