package vn.loa.text.citation;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.number.DocumentTypes.TypeWord;

/**
 * Reads resolutions that are cited by the congress or conference which adopted them: "Nghị quyết Đại hội đại biểu toàn
 * quốc lần thứ XIII của Đảng", "Nghị quyết Trung ương 4 khóa XII". The meeting counts as the issuer.
 */
final class MeetingName {
    private static final Set<String> TYPES = Set.of("Nghị quyết", "Kết luận");
    private static final String NUMERAL = "(?:[IVXLC]{1,7}+|[0-9]{1,2}+)(?![\\p{L}0-9/.-])";
    private static final String ORDINAL = "(?:" + NUMERAL + "|(?:mười (?:một|hai|ba|bốn|tư|lăm|sáu|bảy|tám|chín)"
            + "|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?!\\p{L}))";
    private static final String WORD = "(?: (?!(?:đã|được|do|tại|và|về|theo|là|này) )[\\p{L}\\p{M}]{1,12}+)";
    private static final String BODY = "(?: (?:của )?(?:tỉnh|thành phố|huyện|quận|thị xã|phường|xã|Đảng bộ"
            + "|Ban Chấp hành|Trung ương|Bộ Chính trị|\\(?khóa [IVXLC]{1,7}+\\)?|\\p{Lu}\\p{Ll}{1,9}+)(?!\\p{L}))";

    private static final Pattern NAME = Pattern.compile(" ((?:"
            + "(?:Đại hội|Hội nghị)" + WORD + "{0,16}? lần thứ " + ORDINAL
            + "|(?:Đại hội(?: Đảng)?|(?:Hội nghị )?Trung ương)(?: lần thứ)? " + NUMERAL + ")" + BODY + "{0,8}+)");

    private MeetingName() {}

    /** The resolution that the text names by its meeting. */
    static Optional<Mention> read(String text, TypeWord type, TypeStarts types) {
        if (!type.capital() || !TYPES.contains(type.type())) {
            return Optional.empty();
        }
        Matcher name = NAME.matcher(text).region(type.end(), text.length()).useTransparentBounds(true);
        return name.lookingAt() && !types.capitalWithin(type.end(), name.end())
                ? Optional.of(Mention.of(type.start(), name.end(), type.type(), null).withIssuer(name.group(1)))
                : Optional.empty();
    }
}
