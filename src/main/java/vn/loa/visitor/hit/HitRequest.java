package vn.loa.visitor.hit;

import java.util.UUID;

/** The body of a hit: which article a page shows, and an id by which a repeated hit is recognised. */
record HitRequest(
        UUID articleId,
        UUID hitId) {

    static final HitRequest OF_NO_ARTICLE = new HitRequest(null, null);
}
