package vn.loa.visitor.imported;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * Views of many articles, as an admin sends them.
 *
 * @param items at most {@value #MOST}
 */
record ViewsRequest(
        @NotNull(message = "must be given")
        @Size(min = 1, max = ViewsRequest.MOST, message = "must have {min} to {max} items")
        List<Item> items) {

    static final int MOST = 20_000;

    /**
     * Views of an article.
     *
     * @param article its id, or a slug that it has or had
     * @param day null for what was counted before every day of the history
     */
    record Item(String article, LocalDate day, Long views) {
    }
}
