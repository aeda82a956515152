package vn.loa.imports.file;

/** Why a file is not read. */
public enum FileFault {
    /** Only who has the password can read it. */
    ENCRYPTED,
    /** Its pages are pictures. */
    SCANNED,
    /** It does not say which letters its signs are. */
    UNKNOWN_LETTERS,
    /** It is not a whole file of its type. */
    DAMAGED,
    /** It is no PDF, DOCX or DOC, or one of a version that is not read. */
    OTHER_FORMAT,
    /** It has no words. */
    EMPTY,
    /** It unpacks to more, or is nested deeper, than any document needs. */
    TOO_COMPLEX
}
