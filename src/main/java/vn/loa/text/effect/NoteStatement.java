package vn.loa.text.effect;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a sentence of a note names and what was done to it, up to the word that leads to the acting document: "Khoản này
 * được bãi bỏ theo quy định tại".
 *
 * @param end offset behind the words
 * @param unit the word before "này": "Khoản", "Đoạn"; null where the part is named otherwise
 * @param heading whether it is the heading of that unit
 * @param content whether it is only some of what the unit says
 * @param includes offsets of the words behind "bao gồm"; -1 for none
 * @param phrase the quoted words; null for none
 */
record NoteStatement(int start, int end, String unit, boolean heading, boolean content, int includes, int includesEnd,
        String verb, String phrase, String replacement) {
    private static final int FLAGS = Pattern.UNICODE_CASE | Pattern.CASE_INSENSITIVE;
    private static final String UNIT = "(?:điều|khoản|điểm|tiểu mục|mục|chương|phần|phụ lục|biểu mẫu|mẫu|biểu|danh mục|tiết|đoạn|câu)";
    private static final String DONE = "(?: đã)? (?:được|bị) (?<verb>" + Verbs.ANY + ")";
    private static final String INSTEAD =
            "(?:,? (?:thành|bằng|bởi)(?: (?:các )?" + Verbs.PHRASE + ")? " + Verbs.QUOTED.replace("([", "(?<instead>[") + ")?";
    private static final String LEADS = "(?: lần thứ \\p{L}{1,6}+)?(?: một phần)?,?(?: theo quy định)? (?:tại|theo|bởi|của) ";
    private static final String OLD = Verbs.QUOTED.replace("([", "(?<old>[");

    /** "Khoản này", "Tên Điều này", "Mục này bao gồm các Điều 3, 4 và 5". */
    private static final Pattern THIS = Pattern.compile("(?<heading>(?:tên|tiêu đề)(?: của)? )?(?<unit>" + UNIT + ") này"
            + "(?: bao gồm (?<includes>[^.;“”]{1,300}?))?" + DONE + "(?: thành " + OLD + ")?" + LEADS, FLAGS);
    /** "Tên thuốc này", "Nội dung về thuế tại khoản này". */
    private static final Pattern SOME = Pattern.compile("[^.;“”]{1,200}? (?:(?:tại|của|thuộc|trong|ở) (?<unit>" + UNIT + ") )?này"
            + DONE + LEADS, FLAGS);
    /** "Cụm từ “A” được thay thế bằng cụm từ “B”". */
    private static final Pattern QUOTED = Pattern.compile("(?:các |những )?" + Verbs.PHRASE + " " + OLD
            + "(?: (?:tại|ở|trong|của) [^.;“”]{1,120}?)?" + DONE + INSTEAD + LEADS, FLAGS);
    /** "Bỏ cụm từ “A” theo quy định tại". */
    private static final Pattern ORDER = Pattern.compile("(?<verb>" + Verbs.ANY + ")(?: các| những)? " + Verbs.PHRASE + " " + OLD
            + INSTEAD + "(?: (?:tại|ở|trong|của) [^.;“”]{1,120}?)?" + LEADS, FLAGS);
    /** "được bãi bỏ theo quy định tại", of a part that is named before. */
    private static final Pattern WAS = Pattern.compile(DONE + LEADS, FLAGS);
    /** What was done next to the same part: ", được sửa đổi theo quy định tại". */
    private static final Pattern AGAIN = Pattern.compile("[,;]?(?: và)?" + DONE + LEADS, FLAGS);

    /** The statement that begins at this offset. */
    static Optional<NoteStatement> at(String text, int start) {
        Matcher found = at(THIS, text, start);
        if (found.lookingAt()) {
            boolean includes = found.group("includes") != null;
            return Optional.of(new NoteStatement(start, found.end(), found.group("unit"), found.group("heading") != null, false,
                    includes ? found.start("includes") : -1, includes ? found.end("includes") : -1, found.group("verb"), null, null));
        }
        for (Pattern form : new Pattern[] {QUOTED, ORDER}) {
            found = at(form, text, start);
            if (found.lookingAt()) {
                return Optional.of(new NoteStatement(start, found.end(), null, false, false, -1, -1, found.group("verb"),
                        found.group("old"), found.group("instead")));
            }
        }
        found = at(SOME, text, start);
        return !found.lookingAt() ? Optional.empty() : Optional.of(new NoteStatement(start, found.end(), found.group("unit"),
                false, true, -1, -1, found.group("verb"), null, null));
    }

    /** The statement about parts that are named from an offset to another: "Khoản 2 Điều 5 được bãi bỏ theo quy định tại". */
    static Optional<NoteStatement> of(String text, int start, int named) {
        Matcher found = at(WAS, text, named);
        return !found.lookingAt() ? Optional.empty() : Optional.of(new NoteStatement(start, found.end(), null, false, false,
                start, named, found.group("verb"), null, null));
    }

    /** The same part's next statement, where one follows at this offset. */
    Optional<NoteStatement> again(String text, int at) {
        Matcher found = at(AGAIN, text, at);
        return !found.lookingAt() ? Optional.empty() : Optional.of(new NoteStatement(start, found.end(), unit, heading, content,
                includes, includesEnd, found.group("verb"), phrase, replacement));
    }

    private static Matcher at(Pattern pattern, String text, int start) {
        return pattern.matcher(text).region(start, text.length()).useTransparentBounds(true);
    }

    EffectKind kind() {
        return Verbs.kind(verb, phrase != null);
    }
}
