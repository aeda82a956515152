package vn.loa.text.effect;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that leave something out of an end: "Bãi bỏ Thông tư số …, trừ Điều 4". What is named then ends only in part. */
final class Exceptions {
    /** "phòng trừ" and "khấu trừ" are words of titles. */
    private static final Pattern EXCEPT = Pattern.compile("(?:[,;] |\\()(?:ngoại |loại )?trừ(?= )| (?<!(?:phòng|khấu|loại|miễn|giảm|bài) )"
            + "(?:ngoại )?trừ (?=(?:các|những|quy định|nội dung|trường hợp|điểm|khoản|[Đđ]iều|[Cc]hương|[Mm]ục|[Pp]hụ lục) )"
            + "|(?<=hiệu lực|thi hành) đối với ");

    private Exceptions() {}

    /** Where the first one begins between two offsets. */
    static OptionalInt first(String text, int from, int to) {
        Matcher except = EXCEPT.matcher(text).region(from, Math.max(from, to)).useTransparentBounds(true);
        return except.find() ? OptionalInt.of(except.start()) : OptionalInt.empty();
    }

    /** The whole of what is named between two offsets, or some of it where an exception stands there. */
    static EffectPart part(String text, int from, int to) {
        return first(text, from, to).isPresent() ? EffectPart.CONTENT : EffectPart.WHOLE;
    }
}
