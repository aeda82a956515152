package vn.loa.text.fold;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The URL name of an article: words of {@code [a-z0-9]} joined with single hyphens, 1 to 120 characters. It never has the
 * form of a UUID, because the same place of a path takes an article's id.
 * The constructor throws IllegalArgumentException for anything else.
 */
public record Slug(String value) implements Comparable<Slug> {
    public static final int MAX_LENGTH = 120;
    private static final int LONGEST_SUFFIX = "-2147483647".length();
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]++(?:-[a-z0-9]++)*+");
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    /** The slug of a title without a usable letter: "bài viết" means article. */
    private static final String NAMELESS = "bai-viet";

    public Slug {
        if (!isSlug(value)) {
            throw new IllegalArgumentException("not a slug: " + VietnameseText.excerpt(String.valueOf(value), 60));
        }
    }

    /**
     * The slug of a title: the title is folded, a hyphen replaces each run of other characters, and a long slug ends
     * between two words.
     */
    public static Slug of(String title) {
        // Compatibility forms are what they stand for: "ﬁ" is "fi".
        String folded = VietnameseText.fold(Normalizer.normalize(VietnameseText.normalise(title), Normalizer.Form.NFKC));
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < folded.length() && out.length() <= MAX_LENGTH; i++) {
            char c = folded.charAt(i);
            if (isWordCharacter(c)) {
                out.append(c);
            } else if (out.length() > 0 && out.charAt(out.length() - 1) != '-') {
                out.append('-');
            }
        }
        String words = cut(out.toString(), MAX_LENGTH);
        return new Slug(words.isEmpty() ? NAMELESS : UUID_FORM.matcher(words).matches() ? NAMELESS + "-" + words : words);
    }

    /** The slug in exactly this string; empty for anything else, also for null. */
    public static Optional<Slug> parse(String s) {
        return isSlug(s) ? Optional.of(new Slug(s)) : Optional.empty();
    }

    /** The slug with a number behind it ("x-2"), shortened when it would be too long. n is at least 1. */
    public Slug withSuffix(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("suffix below 1: " + n);
        }
        // The slug is cut to the same length for every number, so that all numbered slugs of one title begin alike.
        return new Slug(cut(value, MAX_LENGTH - LONGEST_SUFFIX) + "-" + n);
    }

    @Override
    public int compareTo(Slug other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isSlug(String s) {
        return s != null && s.length() <= MAX_LENGTH && SHAPE.matcher(s).matches() && !UUID_FORM.matcher(s).matches();
    }

    private static boolean isWordCharacter(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    private static String cut(String words, int max) {
        int end = words.length();
        if (end > max) {
            int hyphen = words.lastIndexOf('-', max);
            end = hyphen > 0 ? hyphen : max;
        }
        return end > 0 && words.charAt(end - 1) == '-' ? words.substring(0, end - 1) : words.substring(0, end);
    }
}
