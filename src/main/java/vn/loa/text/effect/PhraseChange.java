package vn.loa.text.effect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Quoted words that an instruction changes: "cụm từ “A” bằng cụm từ “B” tại Điều 5". One instruction may have several:
 * "Thay thế cụm từ “A” bằng cụm từ “B” tại Điều 5, cụm từ “C” bằng cụm từ “D” tại Điều 6".
 *
 * @param phrases the words that become others; several where all become the same
 * @param replacement the words instead of them; null when none are named
 * @param start offset of the word that leads to them
 * @param places offset behind the quoted words, from which on the places are named
 * @param end offset behind the places
 */
record PhraseChange(List<String> phrases, String replacement, int start, int places, int end) {
    private static final int FLAGS = Pattern.UNICODE_CASE | Pattern.CASE_INSENSITIVE;
    private static final Pattern PHRASE = Pattern.compile("(?:các |một số )?" + Verbs.PHRASE + " " + Verbs.QUOTED, FLAGS);
    private static final Pattern INSTEAD = Pattern.compile("[^“”\"]{0,300}?(?:thành|bằng|bởi)(?: (?:các )?" + Verbs.PHRASE + ")? "
            + "[“\"]([^”\"]{1,600})[”\"]", FLAGS);
    private static final Pattern NEXT = Pattern.compile("(?:[,;]|[,;]? và) (?:thay thế )?(?=(?:các )?" + Verbs.PHRASE + " [“\"])", FLAGS);
    /** Words instead of a list of words: which belongs to which is not said in a way that is read here. */
    private static final Pattern LISTED = Pattern.compile("(?:,|[,;]? và) (?:(?:các )?" + Verbs.PHRASE + " )?[“\"]", FLAGS);
    private static final Pattern BETWEEN = Pattern.compile("[”\"][^“”\"]*[“\"]");
    private static final int MOST = 50;

    /** Whether the words behind an instruction's verb lead to quoted ones. */
    static boolean at(String text, InstructionLine order) {
        return PHRASE.matcher(text).region(order.named(), order.limit()).lookingAt();
    }

    /** The changes of an instruction that begins with quoted words; empty when it is not clear what becomes what. */
    static Optional<List<PhraseChange>> of(String text, InstructionLine order, BitSet quoted) {
        List<PhraseChange> all = new ArrayList<>();
        int at = order.named();
        while (at < order.limit()) {
            Matcher phrase = PHRASE.matcher(text).region(at, order.limit());
            if (!phrase.lookingAt() || all.size() == MOST) {
                return Optional.empty();
            }
            Matcher instead = INSTEAD.matcher(text).region(phrase.end(), order.limit());
            boolean replaces = instead.lookingAt();
            int places = replaces ? instead.end() : phrase.end();
            int next = next(text, places, order.limit(), quoted);
            boolean listed = LISTED.matcher(text).region(places, order.limit()).lookingAt();
            if (replaces && listed && next != places || !all.isEmpty() && replaces != (all.get(0).replacement != null)) {
                return Optional.empty();
            }
            all.add(new PhraseChange(List.of(BETWEEN.split(phrase.group(1))), replaces ? instead.group(1) : null, at,
                    phrase.end(), next));
            Matcher link = NEXT.matcher(text).region(next, order.limit());
            at = link.lookingAt() ? link.end() : order.limit();
        }
        return Optional.of(all);
    }

    /** The offset at which the next change begins. */
    private static int next(String text, int from, int limit, BitSet quoted) {
        Matcher next = NEXT.matcher(text).region(from, limit);
        while (next.find()) {
            if (!quoted.get(next.start())) {
                return next.start();
            }
        }
        return limit;
    }
}
