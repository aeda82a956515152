package vn.loa.text.structure;

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
    /**
     * Phụ lục, behind the text, with a tree of its own. Annexes are numbered through the document, so their eIds name
     * no parent.
     */
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

    /** The marker that a document prints for a section's number: "3.", "Điều 5.", "đ)". */
    public String marker(String number) {
        return String.format(marker, number);
    }

    /** The usual kind of a section directly inside one of this kind. A letter as number means a point. */
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

    /** The prefix of this kind in an {@link EId}, from Akoma Ntoso's naming convention: chp, art, para. */
    public String prefix() {
        return prefix;
    }

    /** The kind's name in JSON, lower case: "clause". */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
