package vn.loa.text.effect;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an event does to its target. */
public enum EffectKind {
    /** có hiệu lực: begins to apply */
    COMMENCE,
    /** sửa đổi, bổ sung: has other words */
    AMEND,
    /** bổ sung: is added */
    INSERT,
    /** thay thế: stands instead of the target. The force of a whole document ends; a part goes on with other words. */
    REPLACE,
    /** thay thế cụm từ, bỏ cụm từ: some words become others, or are left out */
    REPLACE_PHRASE,
    /** bãi bỏ, hết hiệu lực: its force ends */
    REPEAL,
    /** tạm ngưng hiệu lực: does not apply for some time */
    SUSPEND,
    /** tiếp tục có hiệu lực: applies again after a suspension */
    RESUME,
    /** đính chính: an error of the print is put right */
    CORRECT;

    /** The kind's name in JSON: "replace-phrase". */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<EffectKind> ofWireName(String name) {
        return Arrays.stream(values()).filter(kind -> kind.wireName().equals(name)).findFirst();
    }
}
