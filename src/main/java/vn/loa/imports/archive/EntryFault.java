package vn.loa.imports.archive;

import java.util.Locale;

/** Why an entry of an archive is left out. */
public enum EntryFault {
    /** What systems and programs leave beside files: {@code __MACOSX}, {@code .DS_Store}, {@code Thumbs.db}, {@code robots.txt}. */
    SYSTEM_FILE(true, "is left by a system or a program, and belongs to no page"),
    /** A style sheet, a script or a font. */
    LAYOUT(true, "is a style sheet, a script or a font, which Loa does not keep"),
    EMPTY(true, "is empty"),
    OTHER_TYPE(false, "is neither a page nor a file of a type that Loa keeps"),
    NESTED_ARCHIVE(false, "is an archive itself; send it by itself"),
    ENCRYPTED(false, "is encrypted"),
    LINK(false, "is a link to another file"),
    DEVICE(false, "is a device, a pipe or a socket"),
    UNSAFE_PATH(false, "has a path that leads out of the archive, or characters that no name has"),
    PATH_TOO_LONG(false, "has a path that is too long or too deep"),
    /** Also one whose name differs only in Unicode's normalisation. */
    DUPLICATE(false, "has the same path as an entry before it"),
    TOO_LARGE(false, "is larger than a file may be"),
    UNKNOWN_METHOD(false, "is packed by a method that is not read"),
    HEADERS_DISAGREE(false, "has another name or size at its place than in the archive's directory"),
    DAMAGED(false, "is damaged");

    private final boolean harmless;
    private final String words;

    EntryFault(boolean harmless, String words) {
        this.harmless = harmless;
        this.words = words;
    }

    /** Whether nothing of the site is lost with it. */
    public boolean isHarmless() {
        return harmless;
    }

    /** What follows the entry's path in a sentence. */
    public String words() {
        return words;
    }

    /** For the wire: {@code headers-disagree}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
