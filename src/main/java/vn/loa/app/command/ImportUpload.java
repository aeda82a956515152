package vn.loa.app.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.loa.imports.archive.ArchiveReader;

/** What is sent: a file as it is, or a zip that is packed while it is sent. */
final class ImportUpload {

    private static final String ZIP = "application/zip";
    private static final int HEAD = 512;
    private static final int BUFFER = 65_536;

    private final Path what;
    private final String contentType;
    private final boolean packed;

    private ImportUpload(Path what, String contentType, boolean packed) {
        this.what = what;
        this.contentType = contentType;
        this.packed = packed;
    }

    static ImportUpload of(Path what) throws IOException {
        if (Files.isDirectory(what)) {
            return new ImportUpload(what, ZIP, true);
        }
        byte[] head;
        try (InputStream in = Files.newInputStream(what)) {
            head = in.readNBytes(HEAD);
        }
        String name = what.getFileName().toString().toLowerCase(Locale.ROOT);
        String archive = ArchiveReader.mediaType(head);
        if (archive != null) {
            return new ImportUpload(what, archive, false);
        }
        if (name.endsWith(".ndjson") || name.endsWith(".jsonl")) {
            return new ImportUpload(what, "application/x-ndjson", false);
        }
        return name.endsWith(".csv") ? new ImportUpload(what, "text/csv", false) : new ImportUpload(what, ZIP, true);
    }

    /** What the parts are together. */
    String contentType() {
        return contentType;
    }

    /** What was sent of an interrupted upload is not what would be sent now. */
    static final class OtherContentException extends IOException {

        OtherContentException() {
            super("the content is another one");
        }
    }

    /**
     * Sends the parts that are not there.
     *
     * @param there the digests of those that are, by number
     * @throws OtherContentException when one of them is another one, or too much is there
     */
    void send(ImportApi jobs, String job, Map<Integer, String> there, ImportProgress progress) throws IOException {
        List<Path> files = files();
        long total = 0;
        for (Path file : files) {
            total += Files.size(file);
        }
        progress.uploading(0, total);
        PartStream parts = new PartStream(jobs, job, there);
        OutputStream out = new BufferedOutputStream(parts, BUFFER);
        if (packed) {
            pack(files, total, out, progress);
        } else {
            copy(what, 0, total, out, progress);
        }
        out.flush();
        parts.finish();
        progress.uploading(total, total);
    }

    /** In the order of their names; links are not followed, so that nothing from elsewhere is sent. */
    private List<Path> files() throws IOException {
        if (!Files.isDirectory(what)) {
            return List.of(what);
        }
        try (Stream<Path> all = Files.walk(what)) {
            return all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)).sorted().toList();
        }
    }

    private void pack(List<Path> files, long total, OutputStream out, ImportProgress progress) throws IOException {
        Path root = Files.isDirectory(what) ? rootOf(what) : what.toAbsolutePath().getParent();
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
        long done = 0;
        for (Path file : files) {
            ZipEntry entry = new ZipEntry(root.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/'));
            // The same folder is the same zip.
            entry.setLastModifiedTime(FileTime.fromMillis(315_532_800_000L));
            zip.putNextEntry(entry);
            done = copy(file, done, total, zip, progress);
            zip.closeEntry();
        }
        zip.finish();
        zip.flush();
    }

    /** A folder that is called like a host keeps its name, by which wget says where its files stood. */
    private static Path rootOf(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        boolean host = absolute.getFileName() != null && absolute.getFileName().toString().matches("(?i)(?:[a-z0-9-]++\\.)++[a-z]{2,24}(?:[:+][0-9]+)?");
        return host ? absolute.getParent() : absolute;
    }

    private static long copy(Path file, long before, long total, OutputStream out, ImportProgress progress) throws IOException {
        long done = before;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                done += read;
                progress.uploading(done, total);
            }
        }
        return done;
    }

    /** Sends a part whenever enough bytes have come. The present part stays in memory until it is stored. */
    private static final class PartStream extends OutputStream {

        private final ImportApi jobs;
        private final String job;
        private final Map<Integer, String> there;
        private final byte[] part = new byte[8 << 20];
        private int length;
        private int number = 1;

        PartStream(ImportApi jobs, String job, Map<Integer, String> there) {
            this.jobs = jobs;
            this.job = job;
            this.there = there;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            for (int written = 0; written < count; ) {
                int next = Math.min(count - written, part.length - length);
                System.arraycopy(bytes, from + written, part, length, next);
                length += next;
                written += next;
                if (length == part.length) {
                    send();
                }
            }
        }

        private void send() throws IOException {
            byte[] digest = DigestUtils.updateDigest(DigestUtils.getSha256Digest(), ByteBuffer.wrap(part, 0, length)).digest();
            String stored = there.get(number);
            if (stored == null) {
                jobs.put(job, number, part, length, digest);
            } else if (!stored.equals(Hex.encodeHexString(digest))) {
                throw new OtherContentException();
            }
            number++;
            length = 0;
        }

        /** Sends the last part. */
        void finish() throws IOException {
            if (length > 0 || number == 1) {
                send();
            }
            if (there.keySet().stream().anyMatch(part -> part >= number)) {
                throw new OtherContentException();
            }
        }
    }
}
