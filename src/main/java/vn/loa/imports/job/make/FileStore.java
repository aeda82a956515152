package vn.loa.imports.job.make;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import vn.loa.article.FileCatalog;
import vn.loa.imports.job.store.ImportJob;
import vn.loa.imports.job.store.ImportSources;
import vn.loa.imports.job.store.ItemResult;
import vn.loa.imports.job.store.StoredItem;
import vn.loa.imports.legacy.OldAddresses;
import vn.loa.media.MediaFiles;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/** Keeps a file that articles carry. Joins the caller's transaction. */
@ApplicationScoped
class FileStore {

    private final MediaFiles files;
    private final FileCatalog catalog;
    private final ImportSources sources;
    private final OldAddresses addresses;
    private final Clock clock;

    FileStore(MediaFiles files, FileCatalog catalog, ImportSources sources, OldAddresses addresses, Clock clock) {
        this.files = files;
        this.catalog = catalog;
        this.sources = sources;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** @throws vn.loa.problem.ProblemException 400 or 422 when it is no file that is kept */
    ItemResult store(ImportJob job, StoredItem item, Optional<ImportSources.Known> known) {
        // Images are changed when they are stored.
        byte[] sha256 = DigestUtils.sha256(item.content());
        if (known.isPresent() && known.get().article() != null) {
            return ItemResult.changedHere(known.get().article(), Problem.of(ProblemType.CONFLICT, "An article was imported under this key."));
        }
        boolean there = known.isPresent() && known.get().file() != null;
        if (there && Arrays.equals(sha256, known.get().sha256())) {
            return ItemResult.of(ItemResult.Status.UNCHANGED, known.get().file());
        }
        // A file never changes: articles that carry the earlier one keep it until they are imported again.
        UUID id = known.isPresent() ? unused(item.target()) : item.target();
        files.add(id, item.fileName(), item.content());
        if (item.address() != null && OldAddresses.isAddress(item.address()) && !there) {
            addresses.recordImported(List.of(item.address()), null, id);
        }
        sources.record(job.options().sourceName(), item.source(), new ImportSources.Known(null, id, sha256, null),
                clock.instant());
        return ItemResult.of(there ? ItemResult.Status.UPDATED : ItemResult.Status.CREATED, id);
    }

    /** Jobs that found the same key at the same time may have meant the same file. */
    private UUID unused(UUID target) {
        return catalog.find(Set.of(target)).isEmpty() ? target : UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
