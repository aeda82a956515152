package vn.loa.text.fold;

/**
 * Figures that stand raised or lowered beside a word: m², H₂O, and the marks of notes. As characters of their own they are
 * never part of the number before them: 10⁶ is not 106. Each figure stays one character, so that offsets stay.
 */
public final class RaisedFigures {
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉";

    private RaisedFigures() {
    }

    /** The text with its figures raised. */
    public static String raised(String text) {
        return replaced(text, RAISED);
    }

    /** The text with its figures lowered. */
    public static String lowered(String text) {
        return replaced(text, LOWERED);
    }

    private static String replaced(String text, String figures) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c >= '0' && c <= '9' ? figures.charAt(c - '0') : c);
        }
        return out.toString();
    }

    /** The offset behind the mark of a note, which is raised figures or a number in brackets; the given one without a mark. */
    public static int behindMark(String text, int at) {
        int i = at;
        while (i < text.length() && RAISED.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        if (i > at || i + 2 >= text.length() || text.charAt(i) != '[') {
            return i;
        }
        int figure = i + 1;
        while (figure < text.length() && figure <= i + 3 && isFigure(text.charAt(figure))) {
            figure++;
        }
        return figure > i + 1 && figure < text.length() && text.charAt(figure) == ']' ? figure + 1 : at;
    }

    private static boolean isFigure(char c) {
        return c >= '0' && c <= '9' || RAISED.indexOf(c) >= 0;
    }
}
