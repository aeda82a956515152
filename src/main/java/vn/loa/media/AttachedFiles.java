package vn.loa.media;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.loa.article.AttachableFiles;
import vn.loa.article.Attachment;

/** What articles need to know of files. */
@ApplicationScoped
class AttachedFiles implements AttachableFiles {

    private final MediaRepository media;

    AttachedFiles(MediaRepository media) {
        this.media = media;
    }

    @Override
    public Map<UUID, Attachment> find(Set<UUID> ids) {
        return ids.isEmpty() ? Map.of() : media.findAll(ids).stream().map(Media::asAttachment)
                .collect(Collectors.toMap(Attachment::id, Function.identity()));
    }
}
