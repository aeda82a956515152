package vn.loa.article;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The metadata of files that articles can carry. {@code vn.loa.media} implements it. That package knows articles,
 * because a file is public when an article makes it so; articles may not depend on it in turn.
 */
public interface FileCatalog {

    /**
     * Those of the files that exist, public or not, without titles, in one statement. A file that was found can still
     * be deleted until a revision that carries it is stored; then the database refuses the revision (SQLSTATE 23503).
     */
    Map<UUID, AttachmentView> find(Set<UUID> ids);

    /** A file that may become an article's picture; empty when there is none of this id. One statement. */
    Optional<PictureFile> findPicture(UUID id);
}
