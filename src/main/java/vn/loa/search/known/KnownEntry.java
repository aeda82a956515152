package vn.loa.search.known;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import vn.loa.search.index.EntryText.Labels;

/**
 * What a result is ordered and counted by.
 *
 * @param sectionId null for an article
 * @param part zero, or which of several entries of one long text, from one on
 * @param statuses of the section or of the document
 */
public record KnownEntry(long id, UUID articleId, Long sectionId, int part, Instant publishedAt, Labels labels, Statuses statuses) {

    /** The status of the section or of the document on a day; null where there is no document. */
    public String statusOn(LocalDate day) {
        return statuses.on(day);
    }

    /** Whether both are entries of the same text. */
    public boolean isOfTextOf(KnownEntry other) {
        return articleId.equals(other.articleId) && Objects.equals(sectionId, other.sectionId);
    }
}
