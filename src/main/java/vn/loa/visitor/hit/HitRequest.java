package vn.loa.visitor.hit;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a hit: which article a page shows, and an id by which a repeated hit is recognised. */
@Schema(name = "HitRequest", description = "Somebody looks at a page.")
record HitRequest(
        @Schema(description = "The article on the page, if it shows one.", nullable = true)
        UUID articleId,
        @Schema(description = "A random UUID that the client makes up for this very hit. Sent again with the same "
                + "one, within a day, it is not counted again.", nullable = true,
                examples = "7a0c2f9e-5a5b-4c86-9d0e-3f7b1d0c9a11")
        UUID hitId) {

    static final HitRequest OF_NO_ARTICLE = new HitRequest(null, null);
}
