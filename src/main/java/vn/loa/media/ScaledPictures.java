package vn.loa.media;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.jboss.logging.Logger;
import vn.loa.article.PictureWidths;
import vn.loa.http.answer.Turns;
import vn.loa.media.ScaledPictureRepository.ScaledPicture;
import vn.loa.media.picture.ImageScaler;
import vn.loa.media.picture.NoRoomForImageException;
import vn.loa.media.picture.ScaledImage;
import vn.loa.media.picture.UnreadableImageException;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;
import vn.loa.sql.ReadServers;

/**
 * Images in their widths. All widths of an image are made when the first of them is asked for, and stored for all instances. One
 * image is decoded at a time: it takes up to a fifth of the heap.
 */
@ApplicationScoped
class ScaledPictures {

    private static final Logger LOG = Logger.getLogger(ScaledPictures.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_REMEMBERED = 1000;

    private final ScaledPictureRepository scaled;
    private final MediaRepository media;
    private final MediaStore store;
    private final ReadServers servers;
    private final long room;
    private final Turns turns = new Turns(1, PATIENCE);
    /** Files that this instance cannot decode for lack of memory, so that none of them is read again for each request. */
    private final Set<UUID> tooLarge = ConcurrentHashMap.newKeySet();

    @Inject
    ScaledPictures(ScaledPictureRepository scaled, MediaRepository media, MediaStore store, ReadServers servers) {
        this(scaled, media, store, servers, ImageScaler.ROOM);
    }

    /** @param room in bytes, for a decoded image */
    ScaledPictures(ScaledPictureRepository scaled, MediaRepository media, MediaStore store, ReadServers servers, long room) {
        this.servers = servers;
        this.scaled = scaled;
        this.media = media;
        this.store = store;
        this.room = room;
    }

    /**
     * The image in this width; in its own when it is narrower. An animated image is as it is, and so is one for which this instance
     * has too little memory. Called outside transactions, because it may wait.
     *
     * @throws vn.loa.problem.ProblemException 400 when there is no such image, 503 when too many wait
     */
    ServedFile at(Media file, int width) {
        requireScalable(file);
        if (file.animated()) {
            return ServedFile.of(file);
        }
        List<Integer> widths = PictureWidths.of(file.width(), file.height());
        int served = widths.stream().filter(each -> each >= width).findFirst().orElse(widths.get(widths.size() - 1));
        Optional<ScaledPicture> made = scaled.find(file.sha256(), served);
        if (made.isEmpty() && !tooLarge.contains(file.id())) {
            made = waitAndMake(file, served, widths);
        }
        return made.map(picture -> served(file, picture)).orElseGet(() -> ServedFile.of(file));
    }

    private static ServedFile served(Media file, ScaledPicture found) {
        if (found.isUnreadable()) {
            throw refused("unreadable-image", "asks for a picture that cannot be read: its file is broken");
        }
        FileType type = FileType.ofMediaType(found.mediaType()).orElseThrow();
        return new ServedFile(file.fileName().as(type), found.mediaType(), found.size(), found.sha256(), file.uploadedAt());
    }

    private static void requireScalable(Media file) {
        if (file.width() == null) {
            throw refused("no-image", "is for images; this file is of the type " + file.mediaType());
        }
        if (PictureWidths.isTooLarge(file.width(), file.height())) {
            throw refused("too-many-pixels", "asks for a picture that " + PictureWidths.tooLarge(file.width(), file.height()));
        }
    }

    private static RuntimeException refused(String code, String message) {
        return Problem.invalidParameter("width", code, message).asException();
    }

    private Optional<ScaledPicture> waitAndMake(Media file, int width, List<Integer> widths) {
        // What is made is stored there; a replica may not have it yet.
        servers.readAtPrimary();
        // Another request may have made it meanwhile.
        return turns.take("Other pictures are being scaled. Try again later.",
                () -> scaled.find(file.sha256(), width).or(() -> make(file, width, widths)));
    }

    /** Empty when this instance has too little memory: nothing is stored then, because another one may have more. */
    private Optional<ScaledPicture> make(Media file, int width, List<Integer> widths) {
        byte[] content = store.read(file.sha256(), 0, Math.toIntExact(file.size()));
        List<ScaledImage> images;
        try {
            images = new ImageScaler(content, file.mediaType(), file.width(), file.height(), room).scale(widths);
        } catch (UnreadableImageException e) {
            LOG.warnf("The picture %s cannot be scaled: %s", file.id(), e.getMessage());
            images = List.of();
        } catch (NoRoomForImageException e) {
            LOG.warnf("The picture %s is served as it is: to be scaled, it %s. A larger heap helps.", file.id(), e.getMessage());
            remember(file.id());
            return Optional.empty();
        }
        List<ScaledImage> made = images;
        return Optional.of(QuarkusTransaction.requiringNew().call(() -> keep(file, width, widths, made)));
    }

    private void remember(UUID file) {
        if (tooLarge.size() >= MOST_REMEMBERED) {
            tooLarge.clear();
        }
        tooLarge.add(file);
    }

    /** @param images none of an image that cannot be read: that is stored too, so that nobody tries again */
    private ScaledPicture keep(Media file, int width, List<Integer> widths, List<ScaledImage> images) {
        media.lockContent(file.sha256());
        Optional<ScaledPicture> other = scaled.find(file.sha256(), width);
        if (other.isPresent()) {
            // Another instance was faster.
            return other.get();
        }
        if (!media.isContentOfFile(file.sha256())) {
            throw Problem.of(ProblemType.NOT_FOUND, "No published file has this address.").asException();
        }
        images.stream().map(image -> DigestUtils.sha256(image.bytes())).sorted(Arrays::compareUnsigned).forEach(media::lockContent);
        images.forEach(image -> {
            store.put(DigestUtils.sha256(image.bytes()), image.bytes());
            scaled.add(file.sha256(), image);
        });
        if (images.isEmpty()) {
            widths.forEach(each -> scaled.addUnreadable(file.sha256(), each));
        }
        return scaled.find(file.sha256(), width).orElseThrow();
    }
}
