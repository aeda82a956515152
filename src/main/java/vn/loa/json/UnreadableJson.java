package vn.loa.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/** Describes why a body could not be read as JSON, and where, as far as Jackson knows the place. */
public final class UnreadableJson {

    /** A pointer may consist of names that the client made up. */
    private static final int LONGEST_POINTER = 500;
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.defaults();

    private UnreadableJson() {
    }

    /** The problem for the client. It contains none of Jackson's own words. */
    public static Problem problem(JsonProcessingException e) {
        String pointer = pointer(e);
        if (e instanceof StreamConstraintsException) {
            return Problem.of(ProblemType.MALFORMED_BODY, "The body " + limitOf(e.getOriginalMessage()) + ".");
        }
        if (e instanceof UnrecognizedPropertyException) {
            return at(pointer, "is not known", "unknown-field", "is not known");
        }
        if (e instanceof JsonMappingException && !pointer.isEmpty()) {
            return at(pointer, "has a value of the wrong form", "wrong-form", "has the wrong form");
        }
        if (!pointer.isEmpty() && e.getOriginalMessage().startsWith("Duplicate field")) {
            return at(pointer, "is given twice", "repeated", "is given twice");
        }
        String place = e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr() + ", column "
                + e.getLocation().getColumnNr();
        Problem problem = Problem.of(ProblemType.MALFORMED_BODY, "The body is not the JSON expected here" + place + ".");
        return pointer.isEmpty() ? problem : problem.withError(
                new Problem.FieldError(pointer, null, "wrong-form", "cannot be read as JSON"));
    }

    private static Problem at(String pointer, String detail, String code, String message) {
        return Problem.of(ProblemType.MALFORMED_BODY, "The field " + pointer + " " + detail + ".")
                .withError(new Problem.FieldError(pointer, null, code, message));
    }

    /** Empty where the place is not known, or is the whole body. */
    private static String pointer(JsonProcessingException e) {
        String pointer = e instanceof JsonMappingException mapping ? StrictJsonReader.pointer(mapping)
                : e.getProcessor() instanceof JsonParser parser ? parser.getParsingContext().pathAsPointer().toString() : "";
        return pointer.length() <= LONGEST_POINTER ? pointer : "";
    }

    /** Jackson tells its limits apart by their messages only. */
    private static String limitOf(String message) {
        return message.contains("nesting depth") ? "has more than " + LIMITS.getMaxNestingDepth() + " values inside each other"
                : message.contains("Number value") ? "has a number of more than " + LIMITS.getMaxNumberLength() + " digits"
                : message.contains("Name length") ? "has a name of more than " + LIMITS.getMaxNameLength() + " characters"
                : "goes beyond what JSON may have here";
    }
}
