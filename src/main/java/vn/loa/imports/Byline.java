package vn.loa.imports;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises the line that names an article's author, with a label or as nothing but a name. */
final class Byline {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final int MAX_LENGTH = 80;
    private static final Pattern LABELLED =
            Pattern.compile("^(?:tác giả|người viết|người đăng|tin, ảnh|tin, bài|bài, ảnh|tin|bài|theo|nguồn)\\s?:\\s?(.+)$", FLAGS);
    /** Two to six words, each with a capital letter at its beginning and nowhere else: one or two persons. */
    private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{Ll}'-]*(?:(?: |, | - )\\p{Lu}[\\p{Ll}'-]*){1,5}");

    private Byline() {
    }

    static Optional<String> in(String block) {
        if (block.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Matcher labelled = LABELLED.matcher(block);
        if (labelled.matches()) {
            String name = labelled.group(1).strip();
            return Character.isUpperCase(name.codePointAt(0)) ? Optional.of(name) : Optional.empty();
        }
        return NAME.matcher(block).matches() && !block.endsWith(".") ? Optional.of(block) : Optional.empty();
    }
}
