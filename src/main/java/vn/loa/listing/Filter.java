package vn.loa.listing;

import java.util.List;

/**
 * A filter of a request.
 *
 * @param parameter the query parameter: {@code tag[ne]}
 * @param texts its values as they are given, one or more
 */
public record Filter(FilterField field, String parameter, FilterOperator operator, List<String> texts) {

    /** @throws vn.loa.problem.ProblemException 400 naming the parameter when there are too many values, or one is not permitted */
    public List<Object> values() {
        return field.values(parameter, texts);
    }

    /** The filter in the syntax of the parameter. */
    public String asParameter() {
        return field.takesSeveral(operator) ? ListParameter.joinedValues(texts) : texts.get(0);
    }
}
