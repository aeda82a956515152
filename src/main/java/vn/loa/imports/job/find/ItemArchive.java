package vn.loa.imports.job.find;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.loa.http.LimitsConfig;
import vn.loa.imports.archive.ArchiveEntry;
import vn.loa.imports.archive.ArchiveFault;
import vn.loa.imports.archive.ArchiveLimits;
import vn.loa.imports.archive.ArchiveParts;
import vn.loa.imports.archive.ArchiveReader;
import vn.loa.imports.archive.EntryFault;
import vn.loa.imports.archive.EntryKind;
import vn.loa.imports.archive.EntrySink;
import vn.loa.imports.job.store.ImportItem;
import vn.loa.imports.job.store.ImportItem.Kind;
import vn.loa.imports.job.store.ImportJob;
import vn.loa.imports.job.store.ImportJobConfig;
import vn.loa.imports.job.store.ImportUploads;
import vn.loa.imports.job.store.ItemPlace;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/**
 * Reads the pages and files of an archive as items, whose keys are their paths. Documents are files of the pages; in an archive
 * without pages each is an article.
 */
@ApplicationScoped
class ItemArchive {

    private final WordPressItems posts;
    private final ImportUploads uploads;
    private final ImportJobConfig config;
    private final LimitsConfig limits;

    ItemArchive(WordPressItems posts, ImportUploads uploads, ImportJobConfig config, LimitsConfig limits) {
        this.posts = posts;
        this.uploads = uploads;
        this.config = config;
        this.limits = limits;
    }

    /** @throws vn.loa.problem.ProblemException 422 when the archive is refused */
    void read(ImportJob job, ItemSink sink) throws IOException {
        boolean hasPages = hasPages(job, sink);
        read(job, new EntrySink() {
            @Override
            public void entry(ArchiveEntry entry) throws IOException {
                if (entry.kind() == EntryKind.WORDPRESS) {
                    posts.read(job, entry, sink);
                } else {
                    sink.item(new ItemPlace(null, entry.path()), item(entry, hasPages));
                }
            }

            @Override
            public void leftOut(String path, EntryFault why) {
                Problem problem = Problem.of(ProblemType.INVALID_CONTENT, "The file " + why.words() + ".").with("reason", why.code());
                if (why.isHarmless()) {
                    sink.skipped(new ItemPlace(null, path), problem);
                } else {
                    sink.wrong(new ItemPlace(null, path), null, problem);
                }
            }
        });
    }

    private static ImportItem item(ArchiveEntry entry, boolean hasPages) throws IOException {
        byte[] content = entry.content().readAllBytes();
        String name = entry.path().substring(entry.path().lastIndexOf('/') + 1);
        return switch (entry.kind()) {
            case PAGE -> item(Kind.PAGE, entry, "text/html", null, content);
            case TEXT -> item(Kind.PAGE, entry, "text/plain", null, content);
            case DOCUMENT -> hasPages ? item(Kind.FILE, entry, null, name, content)
                    : item(Kind.PAGE, entry, "application/pdf", null, content);
            default -> item(Kind.FILE, entry, null, name, content);
        };
    }

    private static ImportItem item(Kind kind, ArchiveEntry entry, String mediaType, String fileName, byte[] content) {
        return new ImportItem(kind, entry.path(), entry.address(), entry.keys(), mediaType, fileName, List.of(), content);
    }

    /** Ends the reading of an archive early. */
    private static final class PageFound extends IOException {

        private static final long serialVersionUID = 1L;
    }

    private boolean hasPages(ImportJob job, ItemSink sink) throws IOException {
        try {
            read(job, new EntrySink() {
                @Override
                public void entry(ArchiveEntry entry) throws IOException {
                    if (entry.kind() != EntryKind.DOCUMENT && entry.kind() != EntryKind.PICTURE) {
                        throw new PageFound();
                    }
                    sink.goesOn();
                }

                @Override
                public void leftOut(String path, EntryFault why) {
                    // Told of when the items are read.
                    sink.goesOn();
                }
            });
            return false;
        } catch (PageFound e) {
            return true;
        }
    }

    private void read(ImportJob job, EntrySink sink) throws IOException {
        ArchiveLimits usual = ArchiveLimits.DEFAULT;
        ArchiveLimits wanted = new ArchiveLimits((int) Math.min(usual.entries(), config.items()),
                Math.max(limits.upload().asLongValue(), limits.file().asLongValue()), usual.totalBytes(), usual.ratio(), usual.depth(),
                ImportItem.LONGEST_SOURCE);
        List<long[]> pieces = pieces(job);
        try (ArchiveParts parts = new ArchiveParts(pieces.stream().mapToLong(piece -> piece[2]).toArray(),
                piece -> uploads.piece(job.id(), (int) pieces.get(piece)[0], (int) pieces.get(piece)[1]))) {
            ArchiveReader.read(parts, wanted, sink);
        } catch (ArchiveFault e) {
            throw Problem.of(ProblemType.INVALID_CONTENT, e.getMessage()).asException();
        }
    }

    /** The part, the number and the size of each piece. */
    private List<long[]> pieces(ImportJob job) {
        List<long[]> pieces = new ArrayList<>();
        for (ImportUploads.Part part : uploads.parts(job.id())) {
            long left = part.size();
            for (int piece = 0; piece < uploads.pieces(part); piece++) {
                pieces.add(new long[] {part.number(), piece, Math.min(left, ImportUploads.PIECE)});
                left -= ImportUploads.PIECE;
            }
        }
        return pieces;
    }
}
