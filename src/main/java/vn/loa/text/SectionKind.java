package vn.loa.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The levels of an official document, from the largest to the smallest. */
public enum SectionKind {
    /** Phần */
    PART("part", "Phần %s"),
    /** Chương */
    CHAPTER("chp", "Chương %s"),
    /** Mục, and the numbered part of a plain directive. */
    SECTION("sec", "%s."),
    /** Tiểu mục */
    SUBSECTION("subsec", "Tiểu mục %s"),
    /** Điều */
    ARTICLE("art", "Điều %s."),
    /** Khoản */
    CLAUSE("para", "%s."),
    /** Điểm */
    POINT("point", "%s)"),
    /** Phụ lục: behind the text, with a tree of its own. Its number counts annexes, so it is inside nothing. */
    ANNEX("annex", "Phụ lục %s");

    private final String prefix;
    private final String marker;

    SectionKind(String prefix, String marker) {
        this.prefix = prefix;
        this.marker = marker;
    }

    /** The kind of this {@link #wireName}. */
    public static Optional<SectionKind> ofWireName(String name) {
        return Arrays.stream(values()).filter(kind -> kind.wireName().equals(name)).findFirst();
    }

    /** How a document prints a section's number: "3.", "Điều 5.", "đ)". */
    public String marker(String number) {
        return String.format(marker, number);
    }

    /** What a section directly inside one of this kind usually is, by its number: letters count points. */
    public SectionKind inside(String number) {
        boolean letter = number.length() == 1 && Character.isLowerCase(number.charAt(0));
        return switch (this) {
            case PART -> CHAPTER;
            case ANNEX -> letter ? POINT : SECTION;
            case CHAPTER, SUBSECTION -> ARTICLE;
            case SECTION, ARTICLE -> letter ? POINT : CLAUSE;
            case CLAUSE, POINT -> POINT;
        };
    }

    /** What an {@link EId} calls this kind, as Akoma Ntoso's naming convention does: chp, art, para. */
    public String prefix() {
        return prefix;
    }

    /** The kind's name on the wire, lower case: "clause". */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
