package vn.loa.article;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The files that an article can carry. Files are kept by {@code vn.loa.media}, which knows articles, because a file is
 * public when an article makes it so. The arrow may not point back, and so this side says what it needs and that side
 * provides it.
 */
public interface FileCatalog {

    /**
     * Those of the files that exist, public or not, without titles: one statement. A file found here can be deleted
     * until a revision that carries it is stored; the database then refuses the revision (SQLSTATE 23503).
     */
    Map<UUID, AttachmentView> find(Set<UUID> ids);
}
