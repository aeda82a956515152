package vn.loa.imports;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line that says who wrote an article: labelled, or nothing but a name. */
final class Byline {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final int MAX_LENGTH = 80;
    private static final Pattern LABELLED =
            Pattern.compile("^(?:tác giả|người viết|người đăng|tin, ảnh|tin, bài|bài, ảnh|tin|bài|theo|nguồn)\\s?:\\s?(.+)$", FLAGS);
    /** Two to six words that each begin with a capital letter: a person, or two. */
    private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{L}.'-]*(?:(?: |, | - )\\p{Lu}[\\p{L}.'-]*){1,5}");

    private Byline() {
    }

    static Optional<String> in(String block) {
        if (block.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Matcher labelled = LABELLED.matcher(block);
        if (labelled.matches()) {
            return Optional.of(labelled.group(1).strip());
        }
        return NAME.matcher(block).matches() && !block.endsWith(".") ? Optional.of(block) : Optional.empty();
    }
}
