package vn.loa.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Recognises Word files by their bytes. */
final class WordFiles {

    /** In bytes: the comment behind the directory of a ZIP archive has no more (PKWARE's APPNOTE, 4.3.16). */
    private static final int LONGEST_COMMENT = 65_535;
    private static final String ZIP_ENTRY = "PK\u0003\u0004";
    private static final String ZIP_DIRECTORY = "PK\u0001\u0002";
    private static final String ZIP_END = "PK\u0005\u0006";
    private static final byte[] COMPOUND_FILE = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
    /** The stream of the document, as the directory of a compound file names it ([MS-DOC], 2.1.1). */
    private static final String STREAM = new String("WordDocument".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);

    private WordFiles() {
    }

    static Optional<FileType> of(byte[] bytes) {
        if (isDocx(bytes)) {
            return Optional.of(FileType.DOCX);
        }
        boolean compound = bytes.length > COMPOUND_FILE.length
                && Arrays.equals(bytes, 0, COMPOUND_FILE.length, COMPOUND_FILE, 0, COMPOUND_FILE.length);
        return compound && FileContent.lastIndexOf(bytes, STREAM, bytes.length) > 0 ? Optional.of(FileType.DOC) : Optional.empty();
    }

    /** A ZIP archive whose directory, at its end, names a document of Word and no program in it. */
    private static boolean isDocx(byte[] bytes) {
        if (bytes.length < ZIP_ENTRY.length() || !ZIP_ENTRY.equals(new String(bytes, 0, ZIP_ENTRY.length(), StandardCharsets.ISO_8859_1))) {
            return false;
        }
        int end = FileContent.lastIndexOf(bytes, ZIP_END, bytes.length);
        if (end < 0 || end < bytes.length - LONGEST_COMMENT - 22) {
            return false;
        }
        int start = bytes[end + 16] & 0xFF | (bytes[end + 17] & 0xFF) << 8 | (bytes[end + 18] & 0xFF) << 16 | (bytes[end + 19] & 0xFF) << 24;
        if (start < 0 || start >= end || !ZIP_DIRECTORY.equals(new String(bytes, start, ZIP_DIRECTORY.length(), StandardCharsets.ISO_8859_1))) {
            return false;
        }
        String directory = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
        return directory.contains("word/") && directory.contains("[Content_Types].xml") && !directory.contains("vbaProject");
    }
}
