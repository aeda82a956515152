package vn.loa.text.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.loa.text.diff.DiffEffort;
import vn.loa.text.diff.WordDiff;
import vn.loa.text.fold.VietnameseText;

/**
 * The words of a provision, to which quotations are compared. White space, quotation marks and the case of a quotation's first
 * letter do not matter; the markers of the sections inside ("1.", "a)") may be left out.
 */
public final class ProvisionWords {
    private static final Pattern LEFT_OUT = Pattern.compile("\\[ ?(?:…|\\.{3,}) ?]|\\( ?(?:…|\\.{3,}) ?\\)|…|\\.{3,}");
    private static final Pattern EDGES = Pattern.compile("^[\\s.,;:!?–-]+|[\\s.,;:!?–-]+$");
    private static final String MARKS = "“”‟«»\"‘’'";
    /** A difference tells nothing when less than this part of the quoted words stands in a paragraph. */
    private static final double LEAST_COMMON = 0.3;
    private static final int LONGEST_COMPARED = 20_000;

    /**
     * A section of the provision.
     *
     * @param marker "1.", "Điều 5."
     * @param lines its heading and paragraphs
     */
    public record Part(String marker, List<String> lines) {
    }

    private final List<Part> parts;
    private final String withMarkers;
    private final String withoutMarkers;

    public ProvisionWords(List<Part> parts) {
        this.parts = List.copyOf(parts);
        this.withMarkers = words(parts.stream().flatMap(part -> Stream.concat(Stream.of(part.marker), part.lines.stream())));
        this.withoutMarkers = words(parts.stream().flatMap(part -> part.lines.stream()));
    }

    /** How many characters a search in it reads. */
    public int length() {
        return withMarkers.length() + withoutMarkers.length();
    }

    private static String words(Stream<String> lines) {
        StringBuilder words = new StringBuilder(" ");
        lines.forEach(line -> add(line, words));
        return words.toString();
    }

    /** Each word and each other character with a space behind it. */
    private static void add(String line, StringBuilder words) {
        boolean inWord = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean letter = Character.isLetterOrDigit(c) || Character.isSurrogate(c) || Character.getType(c) == Character.NON_SPACING_MARK;
            if (inWord && !letter) {
                words.append(' ');
            }
            if (letter) {
                words.append(c);
            } else if (!Character.isWhitespace(c) && MARKS.indexOf(c) < 0) {
                words.append(c).append(' ');
            }
            inWord = letter;
        }
        if (inWord) {
            words.append(' ');
        }
    }

    /** Whether the quoted words stand in it; those on both sides of an ellipsis, one after the other. */
    public boolean has(String quoted) {
        List<String> pieces = new ArrayList<>();
        for (String piece : LEFT_OUT.split(VietnameseText.oneLine(quoted))) {
            StringBuilder words = new StringBuilder(" ");
            add(EDGES.matcher(piece).replaceAll(""), words);
            if (words.length() > 1) {
                pieces.add(words.toString());
            }
        }
        return isIn(withMarkers, pieces) || isIn(withoutMarkers, pieces);
    }

    private static boolean isIn(String words, List<String> pieces) {
        int at = 0;
        for (String piece : pieces) {
            char first = piece.charAt(1);
            int exact = words.indexOf(piece, at);
            int other = exact == at || !Character.isLetter(first) ? -1 : words.indexOf(" " + otherCase(first) + piece.substring(2), at);
            int found = exact < 0 ? other : other < 0 ? exact : Math.min(exact, other);
            if (found < 0) {
                return false;
            }
            at = found + piece.length() - 1;
        }
        return true;
    }

    private static char otherCase(char letter) {
        return Character.isUpperCase(letter) ? Character.toLowerCase(letter) : Character.toUpperCase(letter);
    }

    /**
     * The difference from the paragraph that is most like the quoted words, without what that has before and behind them; empty
     * when none is like them.
     */
    public List<WordDiff.Segment> difference(String quoted, DiffEffort effort) {
        Map<String, Integer> wanted = counted(quoted);
        int all = wanted.values().stream().mapToInt(Integer::intValue).sum();
        String best = null;
        int most = (int) Math.ceil(LEAST_COMMON * all) - 1;
        for (Part part : parts) {
            for (String line : part.lines) {
                int common = common(wanted, line);
                if (common > most && line.length() <= LONGEST_COMPARED) {
                    most = common;
                    best = line;
                }
            }
        }
        if (best == null) {
            return List.of();
        }
        List<WordDiff.Segment> segments = WordDiff.of(best, quoted, effort);
        int from = isDeletion(segments, 0) ? 1 : 0;
        int to = segments.size() - (segments.size() > from && isDeletion(segments, segments.size() - 1) ? 1 : 0);
        return segments.subList(from, to);
    }

    private static boolean isDeletion(List<WordDiff.Segment> segments, int place) {
        return !segments.isEmpty() && segments.get(place).op() == WordDiff.Op.DELETE;
    }

    private static Map<String, Integer> counted(String text) {
        StringBuilder words = new StringBuilder();
        add(text, words);
        Map<String, Integer> counts = new HashMap<>();
        for (String word : words.toString().split(" ")) {
            counts.merge(word, 1, Integer::sum);
        }
        return counts;
    }

    private static int common(Map<String, Integer> wanted, String line) {
        Map<String, Integer> there = counted(line);
        return wanted.entrySet().stream().mapToInt(word -> Math.min(word.getValue(), there.getOrDefault(word.getKey(), 0))).sum();
    }
}
