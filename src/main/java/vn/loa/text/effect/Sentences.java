package vn.loa.text.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.number.DocumentTypes;

/** Sentences of a line, and the words by which a document names itself. */
final class Sentences {
    private static final Pattern NEXT = Pattern.compile("[.;] (?=\\p{Lu})");
    /** A document's name for itself: "Thông tư này". No group. */
    static final String SELF = "(?:" + String.join("|", DocumentTypes.all()) + ") này";

    /** Part of a line, from an offset to another. */
    record Sentence(int start, int end) {}

    private Sentences() {}

    static List<Sentence> of(String text) {
        List<Sentence> all = new ArrayList<>();
        int start = 0;
        Matcher next = NEXT.matcher(text);
        while (next.find()) {
            all.add(new Sentence(start, next.start() + 1));
            start = next.end();
        }
        all.add(new Sentence(start, text.length()));
        return all;
    }
}
