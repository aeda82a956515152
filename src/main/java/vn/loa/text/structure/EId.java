package vn.loa.text.structure;

import java.text.Normalizer;
import java.util.Optional;
import vn.loa.text.fold.VietnameseText;

/**
 * The identifier of a section or paragraph inside its document, in the naming convention of Akoma Ntoso: {@code sec_3},
 * {@code sec_3__p_2}, {@code art_5__para_2__point_đ}. An eId is a letter followed by letters, digits, '_', '-' and '.',
 * at most 120 UTF-16 code units, in NFC. Accents are kept, because point_d and point_đ are two points. The constructor
 * throws IllegalArgumentException for anything else.
 */
public record EId(String value) implements Comparable<EId> {
    public static final int MAX_LENGTH = 120;
    private static final int LONGEST_PREFIX = 20;

    public EId {
        if (value == null || value.length() > MAX_LENGTH || !isShaped(value)) {
            throw new IllegalArgumentException("not an eId: " + VietnameseText.excerpt(String.valueOf(value), 60));
        }
    }

    /** The eId in this string, after normalisation to NFC; empty when the string is none. */
    public static Optional<EId> parse(String s) {
        if (s == null || s.length() > 2 * MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(new EId(Normalizer.normalize(s, Normalizer.Form.NFC)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The eId of a top-level part: of("sec", "3") is sec_3. */
    public static EId of(String prefix, String number) {
        return new EId(step(prefix, number));
    }

    /** The eId of a part inside this one: sec_3.child("point", "đ") is sec_3__point_đ. */
    public EId child(String kindPrefix, String number) {
        return new EId(value + "__" + step(kindPrefix, number));
    }

    /** The eId without its last step; empty at the top. */
    public Optional<EId> parent() {
        int step = value.lastIndexOf("__");
        return step < 0 ? Optional.empty() : parse(value.substring(0, step));
    }

    /** The eId of the n-th unnumbered paragraph of this section, counted from 1: sec_3__p_2. */
    public EId paragraph(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("paragraphs count from 1: " + n);
        }
        return child("p", Integer.toString(n));
    }

    @Override
    public int compareTo(EId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    /** Checked by hand and not by a pattern: a long text has a hundred thousand eIds. */
    private static boolean isShaped(String value) {
        boolean plain = true;
        for (int i = 0, c; i < value.length(); i += Character.charCount(c)) {
            c = value.codePointAt(i);
            boolean inside = i > 0 && (c == '_' || c == '.' || c == '-' || Character.isDigit(c));
            if (!inside && !Character.isLetter(c)) {
                return false;
            }
            plain &= c < 0x80 || c == 'đ';
        }
        return !value.isEmpty() && (plain || Normalizer.isNormalized(value, Normalizer.Form.NFC));
    }

    private static String step(String prefix, String number) {
        boolean plain = !prefix.isEmpty() && prefix.length() <= LONGEST_PREFIX;
        for (int i = 0; plain && i < prefix.length(); i++) {
            plain = prefix.charAt(i) >= 'a' && prefix.charAt(i) <= 'z';
        }
        if (!plain || number.isEmpty()) {
            throw new IllegalArgumentException("not a part of an eId: " + prefix + "_" + number);
        }
        return prefix + "_" + number;
    }
}
