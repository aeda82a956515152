package vn.loa.category;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;

/**
 * A category in JSON.
 *
 * @param parent the slug of the category above; null at the top
 * @param depth 1 at the top
 * @param articles how many public articles stand in it and below it
 * @param path from the top to this one; null in lists
 */
record CategoryView(
        UUID id,
        String slug,
        String title,
        int order,
        String parent,
        int depth,
        long articles,
        @JsonInclude(JsonInclude.Include.NON_NULL)
        List<CategoryStep> path) {
}
