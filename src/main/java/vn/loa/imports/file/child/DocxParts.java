package vn.loa.imports.file.child;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import vn.loa.imports.file.FileFault;

/** The parts of a DOCX (ISO/IEC 29500-2): a ZIP archive whose relations say which part is what. */
final class DocxParts {

    /** In bytes, of all parts that are read. The XML of the longest laws has some 20 MB. */
    private static final long MOST_UNPACKED = 128L << 20;

    private static final int MOST_HEADS = 60;

    private final ZipFile zip;
    private final String main;
    private final Map<String, String> related = new HashMap<>();
    /** The heads and feet of pages, each once. */
    private final Set<String> heads = new LinkedHashSet<>();
    private long unpacked;

    private DocxParts(ZipFile zip) throws IOException, XMLStreamException {
        this.zip = zip;
        Map<String, String> ofPackage = relations("", "_rels/.rels");
        this.main = ofPackage.getOrDefault("officeDocument", "word/document.xml");
        int slash = main.lastIndexOf('/') + 1;
        related.putAll(relations(main.substring(0, slash), main.substring(0, slash) + "_rels/" + main.substring(slash) + ".rels"));
    }

    static DocxParts of(byte[] file) throws IOException, XMLStreamException {
        DocxParts parts = new DocxParts(ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get());
        if (parts.zip.getEntry(parts.main) == null || !parts.main.endsWith(".xml") || !parts.main.contains("document")) {
            throw new UnreadableFileException(FileFault.OTHER_FORMAT, "The file is an archive, but no Word document (DOCX).");
        }
        return parts;
    }

    InputStream main() throws IOException {
        return open(main);
    }

    /** A part by the last word of its relation, such as {@code styles}; an empty document where there is none. */
    InputStream related(String type) throws IOException {
        String name = related.get(type);
        return name == null || zip.getEntry(name) == null ? new ByteArrayInputStream("<none/>".getBytes()) : open(name);
    }

    /** The heads and feet of pages. */
    List<InputStream> heads() throws IOException {
        List<InputStream> open = new ArrayList<>();
        for (String name : heads) {
            if (zip.getEntry(name) != null) {
                open.add(open(name));
            }
        }
        return open;
    }

    private InputStream open(String name) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(name);
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new UnreadableFileException(FileFault.ENCRYPTED, "The file is encrypted.");
        }
        return new FilterInputStream(zip.getInputStream(entry)) {
            @Override
            public int read() throws IOException {
                int read = super.read();
                count(read < 0 ? 0 : 1);
                return read;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int read = super.read(bytes, from, length);
                count(Math.max(0, read));
                return read;
            }
        };
    }

    private void count(int bytes) {
        unpacked += bytes;
        if (unpacked > MOST_UNPACKED) {
            throw new UnreadableFileException(FileFault.TOO_COMPLEX, "The file unpacks to more than " + (MOST_UNPACKED >> 20)
                    + " MB, which no document needs.");
        }
    }

    private Map<String, String> relations(String folder, String part) throws IOException, XMLStreamException {
        Map<String, String> found = new HashMap<>();
        if (zip.getEntry(part) == null) {
            return found;
        }
        Xml xml = Xml.of(open(part));
        xml.each(ignored -> {
            String type = xml.attribute("Type");
            String target = xml.attribute("Target");
            if (type != null && target != null && !"External".equals(xml.attribute("TargetMode"))) {
                String kind = type.substring(type.lastIndexOf('/') + 1);
                String name = target.startsWith("/") ? target.substring(1) : folder + target;
                found.put(kind, name);
                if ((kind.equals("header") || kind.equals("footer")) && heads.size() < MOST_HEADS) {
                    heads.add(name);
                }
            }
        });
        return found;
    }
}
