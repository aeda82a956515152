package vn.loa.http.answer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.IntFunction;
import vn.loa.http.LimitsConfig;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;

/**
 * How large the answer of a list may be. That is decided by the sizes that the database keeps, before anything of it is
 * read. One item is answered however large it is.
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

    /** How many of these fit, from the first on: at least one, when there is any. */
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
     * For lists that are paged by number.
     *
     * @param sizes of the items on the page of this number, when pages have so many
     * @throws ProblemException 400 naming the largest {@code size} that fits there
     */
    public void require(List<Long> page, IntFunction<List<Long>> sizes) {
        int fits = fitting(page);
        if (fits < page.size()) {
            throw tooLarge(fits, sizes);
        }
    }

    /**
     * @param first how many fit of what was asked for
     * @param sizes see {@link #require}
     */
    public ProblemException tooLarge(int first, IntFunction<List<Long>> sizes) {
        int size = first;
        // Smaller pages of the same number have other items, except the first.
        for (List<Long> page = sizes.apply(size); fitting(page) < page.size(); page = sizes.apply(size)) {
            size = fitting(page);
        }
        return Problem.of(ProblemType.TOO_LARGE, "This page would have more than " + bytes + " bytes. With 'size=" + size
                        + "' it fits; or leave parts of the items out.")
                .withError(new Problem.FieldError(null, "size", "too-large", "may be at most " + size + " here"))
                .with("size", size).asException();
    }
}
