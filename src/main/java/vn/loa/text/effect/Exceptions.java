package vn.loa.text.effect;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that leave something out of an end: "Bãi bỏ Thông tư số …, trừ Điều 4". What is named then ends only in part. Words in
 * quotation marks are those of a title.
 */
final class Exceptions {
    /** "phòng trừ" and "khấu trừ" are words of titles. */
    private static final Pattern EXCEPT = Pattern.compile("(?:[,;] |\\()(?:ngoại |loại )?trừ(?= )| (?<!(?:phòng|khấu|loại|miễn|giảm|bài) )"
            + "(?:ngoại )?trừ (?=(?:các|những|quy định|nội dung|trường hợp|điểm|khoản|[Đđ]iều|[Cc]hương|[Mm]ục|[Pp]hụ lục) )"
            + "|(?<=hiệu lực|thi hành) đối với ");
    /** What is left out behind it does not commence with the rest of the text itself. */
    private static final Pattern COMMENCES = Pattern.compile("(?: và|,) (?:bắt đầu )?có hiệu lực(?! trở lại)");
    private static final Pattern DAY = Pattern.compile(" từ (?=ngày |[0-9])");

    private Exceptions() {}

    /** Where the first one begins between two offsets. */
    static OptionalInt first(String text, BitSet quoted, int from, int to) {
        return firstOf(EXCEPT, text, quoted, from, to);
    }

    private static OptionalInt firstOf(Pattern pattern, String text, BitSet quoted, int from, int to) {
        Matcher found = in(pattern, text, from, to);
        while (found.find()) {
            if (!quoted.get(found.start())) {
                return OptionalInt.of(found.start());
            }
        }
        return OptionalInt.empty();
    }

    private static Matcher in(Pattern pattern, String text, int from, int to) {
        return pattern.matcher(text).region(from, Math.max(from, to)).useTransparentBounds(true);
    }

    /** The whole of what is named between two offsets, or some of it where an exception stands there. */
    static EffectPart part(String text, BitSet quoted, int from, int to) {
        return first(text, quoted, from, to).isPresent() ? EffectPart.CONTENT : EffectPart.WHOLE;
    }

    /**
     * Which of the named documents end only in part. An exception in brackets is of the document before it. Another one may be of
     * each document before it.
     *
     * @param verb offset behind the verb: brackets behind documents and verb are of all the documents
     * @param to offset behind the sentence
     */
    static BitSet partly(String text, BitSet quoted, NamedDocuments named, int verb, int to) {
        List<NamedDocuments.Named> all = named.all();
        BitSet partly = new BitSet();
        if (all.isEmpty()) {
            return partly;
        }
        int from = all.get(0).start();
        Matcher except = in(EXCEPT, text, from, firstOf(COMMENCES, text, quoted, named.end(), to).orElse(to));
        int last = 0;
        int common = 0;
        int day = day(text, all, last, to);
        while (except.find()) {
            if (quoted.get(except.start())) {
                continue;
            }
            while (last + 1 < all.size() && all.get(last + 1).start() < except.start()) {
                last++;
                day = day(text, all, last, to);
            }
            boolean own = text.charAt(except.start()) == '(' && (verb < named.end() || except.start() < verb) && except.start() < day;
            partly.set(last);
            common = own ? common : last;
        }
        partly.set(0, common);
        return partly;
    }

    /** Where a day begins behind a document and before the next one; the end where there is none. */
    private static int day(String text, List<NamedDocuments.Named> all, int index, int to) {
        int next = index + 1 < all.size() ? all.get(index + 1).start() : to;
        Matcher day = in(DAY, text, all.get(index).end(), next);
        return day.find() ? day.start() : next;
    }
}
