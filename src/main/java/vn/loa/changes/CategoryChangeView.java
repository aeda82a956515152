package vn.loa.changes;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A change of a category in JSON. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CategoryChangeView(
        String kind,
        UUID categoryId,
        String slug,
        String title,
        Instant at,
        String articlesMovedTo,
        List<String> purge) {
}
