package vn.loa.http.answer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.IntFunction;
import vn.loa.http.LimitsConfig;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;

/**
 * Limits the size of a list's answer. The database has the size of each item, so the limit is checked before any item is
 * read. A single item is answered however large it is.
 */
@ApplicationScoped
public class AnswerLimit {

    private final long bytes;

    AnswerLimit(LimitsConfig limits) {
        this.bytes = limits.answer().asLongValue();
    }

    public long bytes() {
        return bytes;
    }

    /** How many of these items fit into an answer, from the first on: at least one, if there are any. */
    public int fitting(List<Long> sizes) {
        long sum = 0;
        for (int i = 0; i < sizes.size(); i++) {
            sum += sizes.get(i);
            if (sum > bytes && i > 0) {
                return i;
            }
        }
        return sizes.size();
    }

    /**
     * Refuses a page that is too large, in a list that is paged by number.
     *
     * @param page the sizes of the items on the requested page
     * @param sizes from a number of items per page to the sizes of the items on the page of the same number
     * @throws ProblemException 400 naming the largest {@code size} that fits
     */
    public void require(List<Long> page, IntFunction<List<Long>> sizes) {
        int fits = fitting(page);
        if (fits < page.size()) {
            throw tooLarge(fits, sizes);
        }
    }

    /**
     * @param first how many items of the requested page fit
     * @param sizes see {@link #require}
     */
    public ProblemException tooLarge(int first, IntFunction<List<Long>> sizes) {
        int size = first;
        // Except on page 1, smaller pages of the same number have other items.
        for (List<Long> page = sizes.apply(size); fitting(page) < page.size(); page = sizes.apply(size)) {
            size = fitting(page);
        }
        return Problem.of(ProblemType.TOO_LARGE, "This page would have more than " + bytes + " bytes. With 'size=" + size
                        + "' it fits; or leave parts of the items out.")
                .withError(new Problem.FieldError(null, "size", "too-large", "may be at most " + size + " here"))
                .with("size", size).asException();
    }
}
