package vn.loa.text.consolidate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.effect.Quote;

/** The new words that an instruction quotes: "… như sau: “2. …”", over one or more lines. */
final class QuotedWords {
    private static final String OPENING = "“‟„«\"";
    private static final String CLOSING = "”»\"";
    /** What stands between an instruction and the mark that opens its words in the same line. */
    private static final Pattern LEADS = Pattern.compile("[^“‟„«\"”»]{0,400}?(?:như sau|thành|là)? ?:? ?(?=[“‟„«\"])");

    private final TextLines lines;
    private final List<String> words = new ArrayList<>();

    private QuotedWords(TextLines lines) {
        this.lines = lines;
    }

    /** The quoted lines behind an instruction, without the outer marks. */
    static List<String> behind(TextLines lines, Quote instruction) {
        int line = lines.line(instruction);
        if (line < 0) {
            throw new RefusedException(Refusal.WORDS_MISSING);
        }
        QuotedWords read = new QuotedWords(lines);
        String rest = lines.behind(instruction);
        Matcher leads = LEADS.matcher(rest);
        int next;
        if (leads.lookingAt()) {
            next = read.quotation(line, rest.substring(leads.end()));
        } else if (line + 1 < lines.size() && opens(lines.line(line + 1))) {
            next = read.quotation(line + 1, lines.line(line + 1));
        } else {
            throw new RefusedException(Refusal.WORDS_MISSING);
        }
        // Some texts put each paragraph of the new words between marks of its own.
        while (next < lines.size() && !lines.isQuoted(next) && opens(lines.line(next))) {
            next = read.quotation(next, lines.line(next));
        }
        return read.words;
    }

    private static boolean opens(String line) {
        return !line.isEmpty() && OPENING.indexOf(line.charAt(0)) >= 0;
    }

    /** Reads the quotation whose opening mark begins this text of a line, and returns the index of the line behind it. */
    private int quotation(int line, String opening) {
        int last = line;
        while (last + 1 < lines.size() && lines.isQuoted(last + 1)) {
            last++;
        }
        int depth = 0;
        for (int i = line; i <= last; i++) {
            String text = i == line ? opening.substring(1) : lines.line(i);
            if (i == last) {
                int end = closing(text);
                text = end < 0 ? null : text.substring(0, end);
            }
            if (text == null) {
                throw new RefusedException(Refusal.WORDS_UNENDED);
            }
            depth = depth(text, depth);
            words.add(text.strip());
        }
        if (depth != 0) {
            throw new RefusedException(Refusal.WORDS_UNENDED);
        }
        return last + 1;
    }

    /** The offset of the mark that closes the last line; -1 when something else stands there. */
    private static int closing(String text) {
        int end = text.length();
        while (end > 0 && ".;,/ ".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end > 0 && CLOSING.indexOf(text.charAt(end - 1)) >= 0 ? end - 1 : -1;
    }

    /** How many inner quotations are open behind a line. An outer mark that closes before the end has no clear end. */
    private static int depth(String text, int before) {
        int depth = before;
        for (int i = 0; i < text.length(); i++) {
            depth += "“‟„«".indexOf(text.charAt(i)) >= 0 ? 1 : "”»".indexOf(text.charAt(i)) >= 0 ? -1 : 0;
            if (depth < 0) {
                throw new RefusedException(Refusal.WORDS_UNENDED);
            }
        }
        return depth;
    }
}
