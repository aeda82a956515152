package vn.loa.text.effect;

import java.util.Locale;

/** The words for what amendments do, as parts of patterns, and what they mean. */
final class Verbs {
    private static final String AMEND = "sửa đổi,? (?:và )?bổ sung|bổ sung,? (?:và )?sửa đổi|sửa đổi|điều chỉnh|sửa lại|sửa";
    private static final String REPEAL = "bãi bỏ|hủy bỏ|huỷ bỏ|lược bỏ|loại bỏ|bỏ";
    private static final String SUSPEND = "tạm ngưng hiệu lực|ngưng hiệu lực|tạm dừng hiệu lực|đình chỉ hiệu lực|đình chỉ thi hành";

    /** Any of the words; no group. */
    static final String ANY = "(?:" + AMEND + "|bổ sung|thay thế|thay|" + REPEAL + "|đính chính|" + SUSPEND + "|ban hành)";
    /** Words in quotation marks, perhaps several: “A”, “B” và “C”. One group, from the first word to the last. */
    static final String QUOTED = "[“\"‟]([^”\"]{1,600}(?:[”\"](?:,|;| và| hoặc|, và)? (?:(?:các )?(?:cụm từ|từ|nội dung) )?"
            + "[“\"][^”\"]{1,600}){0,12})[”\"]";
    /** The words that stand before quoted words. */
    static final String PHRASE = "(?:cụm từ|từ và cụm từ|từ, cụm từ|từ ngữ|từ|nội dung|"
            + "đoạn|câu|chữ|số|dòng|ký hiệu|mã số|thuật ngữ|tên gọi|tên)";

    private Verbs() {}

    /** @param phrase whether it is done to quoted words */
    static EffectKind kind(String verb, boolean phrase) {
        String word = verb.toLowerCase(Locale.ROOT);
        if (word.startsWith("sửa") || word.startsWith("điều chỉnh") || word.contains("sửa đổi")) {
            return phrase ? EffectKind.REPLACE_PHRASE : EffectKind.AMEND;
        }
        if (word.startsWith("bổ sung") || word.equals("ban hành")) {
            return EffectKind.INSERT;
        }
        if (word.startsWith("thay")) {
            return phrase ? EffectKind.REPLACE_PHRASE : EffectKind.REPLACE;
        }
        if (word.startsWith("đính chính")) {
            return EffectKind.CORRECT;
        }
        return word.matches("(?:" + REPEAL + ")") ? phrase ? EffectKind.REPLACE_PHRASE : EffectKind.REPEAL : EffectKind.SUSPEND;
    }
}
