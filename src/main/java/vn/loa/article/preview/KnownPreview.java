package vn.loa.article.preview;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A preview link whose token is known beforehand, because the contract shows it. It is as old as the first working copy of its
 * article and shows no other; it expires and is revoked as all links.
 */
public interface KnownPreview {

    String token();

    UUID article();

    /** When the first working copy was created; empty when the article does not exist. */
    Optional<Instant> createdAt();
}
