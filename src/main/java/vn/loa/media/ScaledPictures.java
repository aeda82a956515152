package vn.loa.media;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.jboss.logging.Logger;
import vn.loa.article.PictureWidths;
import vn.loa.http.answer.Turns;
import vn.loa.media.ScaledPictureRepository.ScaledPicture;
import vn.loa.media.picture.ImageScaler;
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

    private final ScaledPictureRepository scaled;
    private final MediaRepository media;
    private final MediaStore store;
    private final ReadServers servers;
    private final Turns turns = new Turns(1, PATIENCE);

    ScaledPictures(ScaledPictureRepository scaled, MediaRepository media, MediaStore store, ReadServers servers) {
        this.servers = servers;
        this.scaled = scaled;
        this.media = media;
        this.store = store;
    }

    /**
     * The image in this width; in its own when it is narrower. An animated image is as it is. Called outside transactions, because
     * it may wait.
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
        ScaledPicture found = scaled.find(file.sha256(), served).orElseGet(() -> waitAndMake(file, served, widths));
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

    private ScaledPicture waitAndMake(Media file, int width, List<Integer> widths) {
        // What is made is stored there; a replica may not have it yet.
        servers.readAtPrimary();
        // Another request may have made it meanwhile.
        return turns.take("Other pictures are being scaled. Try again later.",
                () -> scaled.find(file.sha256(), width).orElseGet(() -> make(file, width, widths)));
    }

    private ScaledPicture make(Media file, int width, List<Integer> widths) {
        byte[] content = store.read(file.sha256(), 0, Math.toIntExact(file.size()));
        List<ScaledImage> images;
        try {
            images = new ImageScaler(content, file.mediaType(), file.width(), file.height()).scale(widths);
        } catch (UnreadableImageException e) {
            LOG.warnf("The picture %s cannot be scaled: %s", file.id(), e.getMessage());
            images = List.of();
        }
        List<ScaledImage> made = images;
        return QuarkusTransaction.requiringNew().call(() -> keep(file, width, widths, made));
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
