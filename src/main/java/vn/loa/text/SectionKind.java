package vn.loa.text;

import java.util.Locale;

/** The levels of an official document, from the largest to the smallest. */
public enum SectionKind {
    /** Phần */
    PART("part"),
    /** Chương */
    CHAPTER("chp"),
    /** Mục, and the numbered part of a plain directive. */
    SECTION("sec"),
    /** Tiểu mục */
    SUBSECTION("subsec"),
    /** Điều */
    ARTICLE("art"),
    /** Khoản */
    CLAUSE("para"),
    /** Điểm */
    POINT("point");

    private final String prefix;

    SectionKind(String prefix) {
        this.prefix = prefix;
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
