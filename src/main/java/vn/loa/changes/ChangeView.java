package vn.loa.changes;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A change in JSON. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChangeView(
        String kind,
        UUID articleId,
        String slug,
        int revision,
        Instant at,
        String explanation,
        UUID redirectTo,
        List<String> purge) {
}
