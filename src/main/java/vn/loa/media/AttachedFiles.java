package vn.loa.media;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.loa.article.AttachmentView;
import vn.loa.article.FileCatalog;
import vn.loa.article.PictureFile;

/** Gives articles the metadata of the files that they carry. */
@Singleton
class AttachedFiles implements FileCatalog {

    private final MediaRepository media;

    AttachedFiles(MediaRepository media) {
        this.media = media;
    }

    @Override
    public Map<UUID, AttachmentView> find(Set<UUID> ids) {
        return ids.isEmpty() ? Map.of() : media.findAll(ids).stream().map(Media::asAttachment)
                .collect(Collectors.toMap(AttachmentView::id, Function.identity()));
    }

    @Override
    public Optional<PictureFile> findPicture(UUID id) {
        return media.findAll(Set.of(id)).stream().map(Media::asPicture).findFirst();
    }
}
