package vn.loa.listing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.IntFunction;
import vn.loa.http.answer.AnswerBudget;
import vn.loa.http.answer.AnswerLimit;

/** Measures pages of lists with large items before they are read, and reserves the memory for their answers. */
@ApplicationScoped
public class MeasuredPages {

    private final AnswerLimit limit;
    private final AnswerBudget budget;

    MeasuredPages(AnswerLimit limit, AnswerBudget budget) {
        this.limit = limit;
        this.budget = budget;
    }

    /**
     * How many items the page may have; a page by cursor may have fewer than its size.
     *
     * @param sizes from a number of items per page to the sizes in bytes of the items on the page of the same number
     * @throws vn.loa.problem.ProblemException 400 when a page by number is larger than an answer may be
     */
    public int fitting(PageQuery page, IntFunction<List<Long>> sizes) {
        List<Long> measured = sizes.apply(page.limit());
        int fits = limit.fitting(measured);
        if (!page.hasCursor()) {
            limit.require(measured, sizes);
        }
        budget.reserve(measured.stream().limit(fits).mapToLong(Long::longValue).sum());
        return fits < measured.size() ? fits : page.limit();
    }
}
