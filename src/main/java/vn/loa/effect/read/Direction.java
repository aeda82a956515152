package vn.loa.effect.read;

import vn.loa.problem.Problem;

/** From which end a document is looked at. */
enum Direction {
    /** what others do to it */
    IN,
    /** what it does to others */
    OUT;

    /** @param text of the parameter {@code direction}; null when it was not given */
    static Direction of(String text, Direction otherwise) {
        if (text == null) {
            return otherwise;
        }
        return switch (text) {
            case "in" -> IN;
            case "out" -> OUT;
            default -> throw Problem.invalidParameter("direction", "wrong-form", "must be 'in' or 'out'").asException();
        };
    }
}
