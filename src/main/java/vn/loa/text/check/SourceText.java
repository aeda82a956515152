package vn.loa.text.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Divides a text into paragraphs. A single line end inside a sentence is a space, because letters and answers are wrapped; a
 * quotation that was opened or announced by a colon goes on over line ends.
 */
final class SourceText {
    /** A quotation that is never closed does not take in the rest of the text. */
    private static final int LONGEST_QUOTATION = 8_000;
    private static final Pattern ITEM = Pattern.compile(
            " *(?:[-+*•–#|>]|\\(?[0-9]{1,3}[.)](?: |$)|[a-zđ]\\)|(?:Điều|Chương|Mục|Phần) [0-9IVXLC]{1,6}[.:])");
    private static final String OPENING = "“\"«‟";

    private final String source;
    private final List<SourceLine> lines = new ArrayList<>();
    private SourceLine.Builder line = new SourceLine.Builder();
    private int openedAt = -1;

    private SourceText(String source) {
        this.source = source;
    }

    /** The paragraphs with words. */
    static List<SourceLine> lines(String source) {
        SourceText text = new SourceText(source);
        text.read();
        return text.lines;
    }

    private void read() {
        int at = 0;
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '\n' || c == '\r') {
                at = lineEnd(at);
            } else if (c == ' ' || c == '\t') {
                line.space();
                at++;
            } else {
                openedAt = c == '“' ? at : c == '”' ? -1 : openedAt;
                at = line.add(source, at);
            }
        }
        finish();
    }

    /** Ends the paragraph or goes on with it, and returns the offset of what follows. */
    private int lineEnd(int at) {
        int next = at;
        int ends = 0;
        while (next < source.length() && " \t\r\n".indexOf(source.charAt(next)) >= 0) {
            ends += source.charAt(next) == '\n' || source.charAt(next) == '\r' && !(next + 1 < source.length()
                    && source.charAt(next + 1) == '\n') ? 1 : 0;
            next++;
        }
        if (goesOn(next, ends)) {
            line.space();
            return line.last() == ':' ? behindMarker(next) : next;
        }
        finish();
        return next;
    }

    private boolean goesOn(int next, int ends) {
        if (openedAt >= 0 && next - openedAt < LONGEST_QUOTATION) {
            return true;
        }
        if (line.last() == ':') {
            int behind = behindMarker(next);
            return behind < source.length() && OPENING.indexOf(source.charAt(behind)) >= 0;
        }
        return ends == 1 && !line.isEmpty() && ".;!?:|”".indexOf(line.last()) < 0
                && !ITEM.matcher(source).region(next, source.length()).lookingAt();
    }

    /** Behind the ">" by which Markdown marks a quotation. */
    private int behindMarker(int at) {
        int behind = at;
        while (behind < source.length() && "> ".indexOf(source.charAt(behind)) >= 0) {
            behind++;
        }
        return behind;
    }

    private void finish() {
        openedAt = -1;
        if (!line.isEmpty()) {
            lines.add(line.done());
            line = new SourceLine.Builder();
        }
    }
}
