package vn.loa.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import vn.loa.access.AuditEvent;
import vn.loa.media.picture.CleanImage;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/** Adds and deletes files, each in one transaction. */
@ApplicationScoped
public class MediaFiles {

    private static final int MAX_NAMED_ARTICLES = 10;

    private final MediaRepository media;
    private final MediaStore store;
    private final ScaledPictureRepository scaled;
    private final Event<AuditEvent> audit;
    private final Clock clock;

    MediaFiles(MediaRepository media, MediaStore store, ScaledPictureRepository scaled, Event<AuditEvent> audit, Clock clock) {
        this.media = media;
        this.store = store;
        this.scaled = scaled;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Adds a file. Files with the same bytes share one stored content.
     *
     * @param bytes are changed when the file is an image with metadata, which is not stored
     */
    @Transactional
    MediaView add(FileName name, FileContent content, byte[] bytes) {
        return add(UuidVersion7Strategy.INSTANCE.generateUuid(null), name, content, bytes);
    }

    /** Like {@link #add(String, byte[])}, with an id that is known beforehand. */
    @Transactional
    public void add(UUID id, String name, byte[] bytes) {
        FileContent content = FileContent.of(bytes).orElseThrow(() -> Problem.of(ProblemType.INVALID_CONTENT,
                "The file is no whole file of any of the types " + FileType.names() + ".").asException());
        FileName fileName = FileName.of(name, content.type()).orElseThrow(() ->
                Problem.invalidParameter("fileName", "wrong-form", "must name a file").asException());
        add(id, fileName, content, bytes);
    }

    /**
     * Adds a file of which nothing but a name is known.
     *
     * @return its identity
     * @throws vn.loa.problem.ProblemException 400 when the name names no file, 422 when the bytes are no file that is kept
     */
    @Transactional
    public UUID add(String name, byte[] bytes) {
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        add(id, name, bytes);
        return id;
    }

    private MediaView add(UUID id, FileName name, FileContent content, byte[] bytes) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        CleanImage clean = CleanImage.of(bytes, content.type().mediaType());
        Media file = new Media(id, name, clean.isTurned() ? content.turned() : content, clean.bytes().length,
                DigestUtils.sha256(clean.bytes()), now);
        media.lockContent(file.sha256());
        store.put(file.sha256(), clean.bytes());
        media.persistAndFlush(file);
        fireAudit("media.upload", file);
        return MediaView.of(file, false);
    }

    /** @throws vn.loa.problem.ProblemException 404 when the file does not exist, 409 when an article carries it */
    @Transactional
    public void delete(UUID id) {
        Media file = media.findForDeletion(id).orElseThrow(MediaFiles::notFound);
        List<UUID> articles = media.articlesCarrying(id, MAX_NAMED_ARTICLES);
        if (!articles.isEmpty()) {
            throw Problem.of(ProblemType.CONFLICT, "Articles carry this file, in a published revision or in their "
                    + "working copy. `articles` names some of them.").with("articles", articles).asException();
        }
        media.lockContent(file.sha256());
        media.delete(file);
        fireAudit("media.delete", file);
        if (!media.isContentOfFile(file.sha256())) {
            deleteContents(file.sha256());
        }
    }

    /** The content of the last file that had it, and its image in other widths. */
    private void deleteContents(byte[] sha256) {
        List<byte[]> contents = scaled.contents(sha256);
        scaled.delete(sha256);
        contents.forEach(content -> {
            media.lockContent(content);
            deleteUnused(content);
        });
        deleteUnused(sha256);
    }

    private void deleteUnused(byte[] sha256) {
        if (!media.isContentOfFile(sha256) && !scaled.isContent(sha256)) {
            store.delete(sha256);
        }
    }

    static RuntimeException notFound() {
        return Problem.of(ProblemType.NOT_FOUND, "There is no file of this id.").asException();
    }

    private void fireAudit(String action, Media file) {
        audit.fire(new AuditEvent(action, "media", file.id(), null, null, Map.of("fileName", file.fileName().value(),
                "mediaType", file.mediaType(), "size", file.size(), "sha256", file.sha256Hex()), null));
    }
}
