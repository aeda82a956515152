package vn.loa.text.print;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** Looks for the marks of a form's notes, which stand in the order of the notes unless the form has columns. */
final class FormMarks {
    private final List<String> lines;
    private final IntPredicate isText;
    private final int from;
    private final int to;
    private final Set<List<Integer>> taken = new HashSet<>();
    private int line;
    private int offset;

    /** How the marks of forms are printed, the usual way first. */
    private enum Print {
        /** directly behind a word or sign: "hỗ trợ2" */
        GLUED {
            @Override
            int length(String line, int at, int figures) {
                return NoteMarks.isBehindWord(line, at) && NoteMarks.isSure(line, at) && NoteMarks.isMark(line, at, figures) ? figures : 0;
            }
        },
        /** in brackets: "hỗ trợ[2]" */
        SQUARE {
            @Override
            int length(String line, int at, int figures) {
                return at > 1 && NoteMarks.isInSquareBrackets(line, at, figures) ? figures : 0;
            }
        },
        /** beside a row of dots, or before a stroke: "Kính gửi: ....... 1", "tại 3.....", "xxx2/XXXX3" */
        APART {
            @Override
            int length(String line, int at, int figures) {
                int end = at + figures;
                char next = end < line.length() ? line.charAt(end) : ' ';
                boolean apart = at > 1 && line.charAt(at - 1) == ' ' && (line.startsWith("...", end)
                        || ".…)".indexOf(line.charAt(at - 2)) >= 0 && (end == line.length() || ":;,".indexOf(next) >= 0));
                boolean stroke = next == '/' && Character.isLetter(line.charAt(at - 1)) && NoteMarks.isBehindWord(line, at)
                        && end + 1 < line.length() && Character.isLetter(line.charAt(end + 1));
                return apart || stroke ? figures : 0;
            }
        },
        /** with a number of the word processor's beside it: "điều chỉnh12" has mark 1 of the second note */
        DOUBLE {
            @Override
            int length(String line, int at, int figures) {
                int end = at;
                while (end < line.length() && Character.isDigit(line.charAt(end))) {
                    end++;
                }
                boolean longer = end > at + figures && end <= at + figures + MOST_BESIDE;
                return longer && !Character.isDigit(line.charAt(at - 1)) && NoteMarks.isBehindWord(line, at)
                        && NoteMarks.isMark(line, at, end - at) && !isName(line, at) ? end - at : 0;
            }
        };

        private static final int MOST_BESIDE = 2;

        /** The length of a mark at an offset; 0 when none stands there. */
        abstract int length(String line, int at, int figures);

        /** Whether the figures belong to a name, as "QH15" or "Covid19". */
        private static boolean isName(String line, int at) {
            for (int i = at - 1; i >= 0 && Character.isLetter(line.charAt(i)); i--) {
                if (Character.isUpperCase(line.charAt(i))) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * @param isText whether a line is text, and not a note or a running head
     * @param from the first line that may have marks
     * @param to the first line behind them
     */
    FormMarks(List<String> lines, IntPredicate isText, int from, int to) {
        this.lines = lines;
        this.isText = isText;
        this.from = from;
        this.to = to;
        line = from;
    }

    /** The mark of the next note; null when it has none. */
    NoteMarks.Place next(int number) {
        String figures = String.valueOf(number);
        List<Integer> holding = holding(figures);
        for (Print print : Print.values()) {
            NoteMarks.Place place = find(holding, figures, print, line, offset);
            place = place == null ? find(holding, figures, print, from, 0) : place;
            if (place != null) {
                taken.add(List.of(place.line(), place.offset()));
                line = place.line();
                offset = place.offset() + place.length();
                return place;
            }
        }
        return null;
    }

    private List<Integer> holding(String figures) {
        List<Integer> holding = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (lines.get(i).indexOf(figures) >= 0 && isText.test(i)) {
                holding.add(i);
            }
        }
        return holding;
    }

    private NoteMarks.Place find(List<Integer> holding, String figures, Print print, int first, int behind) {
        for (int i : holding) {
            String words = lines.get(i);
            int start = Math.max(1, i == first ? behind : 1);
            for (int at = i < first ? -1 : words.indexOf(figures, start); at > 0; at = words.indexOf(figures, at + 1)) {
                int length = print.length(words, at, figures.length());
                int bracket = print == Print.SQUARE ? 1 : 0;
                if (length > 0 && !taken.contains(List.of(i, at - bracket))) {
                    return new NoteMarks.Place(i, at - bracket, length + 2 * bracket, true);
                }
            }
        }
        return null;
    }
}
