package vn.loa.imports.file.child;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import vn.loa.imports.file.FileFault;
import vn.loa.imports.file.FileText;

/**
 * The process that reads one file: it takes the file from its standard input and writes the words, or the reason why there are
 * none, to its standard output. It ends when its standard input does, because then nobody waits any more.
 */
public final class FileReader {

    private static final int STACK = 16 << 20;
    private static final byte READ = -1;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
    private static final int PDF_HEADER_WITHIN = 1024;

    private FileReader() {
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        // Libraries that print must not print into the answer.
        System.setOut(System.err);
        DataInputStream in = new DataInputStream(System.in);
        long largestText = in.readLong();
        byte[] file = new byte[in.readInt()];
        in.readFully(file);
        endWith(System.in);
        Thread reader = new Thread(null, () -> answer(file, largestText, out), "reader", STACK);
        reader.start();
        reader.join();
        out.flush();
        Runtime.getRuntime().halt(0);
    }

    private static void endWith(InputStream in) {
        Thread watch = new Thread(() -> {
            try {
                while (in.read() >= 0) {
                    // Nothing else is sent.
                }
            } catch (IOException closed) {
                // The other end is gone.
            }
            Runtime.getRuntime().halt(1);
        }, "end");
        watch.setDaemon(true);
        watch.start();
    }

    private static void answer(byte[] file, long largestText, DataOutputStream out) {
        try {
            try {
                FileText text = read(file);
                check(text, largestText);
                out.writeByte(READ);
                text.write(out);
            } catch (UnreadableFileException e) {
                refuse(out, e.fault(), e.getMessage());
            } catch (StackOverflowError e) {
                refuse(out, FileFault.TOO_COMPLEX, "The file is nested deeper than any document needs.");
            } catch (IOException | RuntimeException e) {
                // The readers of the formats throw whatever comes when a file is not what it says.
                refuse(out, FileFault.DAMAGED, "The file is damaged, or is not what its beginning says.");
            }
        } catch (IOException nobodyReads) {
            Runtime.getRuntime().halt(1);
        } catch (LinkageError incomplete) {
            // A class is missing: not the file is wrong, but the class path.
            Runtime.getRuntime().halt(2);
        }
    }

    private static void refuse(DataOutputStream out, FileFault fault, String detail) throws IOException {
        out.writeByte(fault.ordinal());
        byte[] bytes = detail.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void check(FileText text, long largest) {
        long size = text.blocks().stream().flatMap(block -> block.cells().stream()).mapToLong(String::length).sum()
                + text.notes().stream().flatMap(note -> note.paragraphs().stream()).mapToLong(String::length).sum();
        if (size == 0) {
            throw new UnreadableFileException(FileFault.EMPTY, "The file has no text.");
        }
        if (size > largest) {
            throw new UnreadableFileException(FileFault.TOO_COMPLEX, "The file has " + size + " characters of text; at most " + largest
                    + " are read.");
        }
    }

    /** The bytes decide, and not the type that was sent: Word files often have the other extension. */
    private static FileText read(byte[] file) throws IOException {
        if (startsWith(file, ZIP)) {
            return DocxReader.read(file);
        }
        if (startsWith(file, OLE)) {
            return DocReader.read(file);
        }
        String beginning = new String(file, 0, Math.min(file.length, PDF_HEADER_WITHIN), StandardCharsets.ISO_8859_1);
        if (beginning.contains("%PDF-")) {
            return PdfReader.read(file);
        }
        String found = beginning.startsWith("{\\rtf") ? " It is RTF." : beginning.toLowerCase().contains("<html") ? " It is HTML: send it as text/html." : "";
        throw new UnreadableFileException(FileFault.OTHER_FORMAT, "The file is none of PDF, DOCX and DOC." + found);
    }

    private static boolean startsWith(byte[] file, byte[] mark) {
        return file.length > mark.length && Arrays.equals(file, 0, mark.length, mark, 0, mark.length);
    }
}
