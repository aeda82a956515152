package vn.loa.article.revision;

import java.time.Instant;

/** A published revision in a list. */
record RevisionView(
        int number,
        String title,
        Instant publishedAt,
        String changeNote,
        boolean minor) {
}
