package vn.loa.listing;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import vn.loa.http.pipeline.Stage;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;

/**
 * Refuses query parameters that an operation does not have, and parameters that are repeated or empty. The permitted
 * names are read from the operation's method, so that there is no second list to keep in step.
 */
public class QueryParameters {

    /** @param repeatable those that may be given more than once, which is the same as one with commas */
    record Known(Set<String> names, Set<String> repeatable) {
    }

    private final Map<Method, Known> parametersOf = new ConcurrentHashMap<>();

    @ServerRequestFilter(priority = Stage.Rest.QUERY_PARAMETERS)
    void refuseUnknown(ResourceInfo resource, UriInfo uri) {
        Map<String, List<String>> given = uri.getQueryParameters();
        if (given.isEmpty() || wholeQuery(resource.getResourceMethod(), uri) != null) {
            return;
        }
        Known known = parametersOf.computeIfAbsent(resource.getResourceMethod(), QueryParameters::of);
        Set<String> names = known.names;
        List<String> unknown = given.keySet().stream().filter(name -> !names.contains(name)).sorted().toList();
        if (!unknown.isEmpty()) {
            throw unknown(unknown, names);
        }
        given.forEach((name, values) -> {
            if (values.size() > 1 && !known.repeatable.contains(name)) {
                throw Problem.invalidParameter(name, "repeated", "may be given once").asException();
            }
            if (values.stream().anyMatch(String::isEmpty)) {
                throw Problem.invalidParameter(name, "empty", "must have a value").asException();
            }
            // No stored text contains this character, and PostgreSQL refuses it.
            if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
                throw Problem.invalidParameter(name, "wrong-form", "may not have the character U+0000").asException();
            }
        });
    }

    private static String wholeQuery(Method method, UriInfo uri) {
        WholeQuery whole = method.getAnnotation(WholeQuery.class);
        return whole == null ? null : wholeQuery(whole.value(), uri);
    }

    /** The address that is the value of a parameter, not escaped, to the end of the query; null when it is escaped. */
    public static String wholeQuery(String parameter, UriInfo uri) {
        String query = uri.getRequestUri().getRawQuery();
        String value = query != null && query.startsWith(parameter + "=") ? query.substring(parameter.length() + 1) : "";
        return value.startsWith("http://") || value.startsWith("https://") ? value : null;
    }

    private static ProblemException unknown(List<String> unknown, Set<String> names) {
        Problem problem = Problem.of(ProblemType.UNKNOWN_PARAMETER, names.isEmpty()
                ? "This address has no query parameters."
                : "This address has the query parameters " + names.stream().map(name -> name.replaceFirst("\\[.*", "")).distinct()
                        .collect(Collectors.joining(", ")) + ".");
        for (String name : unknown) {
            List<String> operators = operators(name, names);
            problem = problem.withError(operators.isEmpty()
                    ? new Problem.FieldError(null, name, "unknown-parameter", "is not known here")
                    : new Problem.FieldError(null, name, "unknown-operator", "is not known here; there are "
                            + String.join(", ", operators)));
        }
        return problem.asException();
    }

    /**
     * The permitted operators for a filter with an unknown one: {@code tag[ne]} for {@code tag[near]}; empty when
     * there is no such field.
     */
    private static List<String> operators(String name, Set<String> names) {
        int bracket = name.indexOf('[');
        return bracket < 0 ? List.of()
                : names.stream().filter(known -> known.startsWith(name.substring(0, bracket + 1))).toList();
    }

    static Known of(Method method) {
        Set<String> names = new TreeSet<>();
        Set<String> repeatable = new TreeSet<>();
        model(method).ifPresent(model -> {
            names.addAll(model.parameters());
            repeatable.addAll(model.repeatable());
        });
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(QueryParam.class)) {
                names.add(parameter.getAnnotation(QueryParam.class).value());
                if (parameter.getType() == List.class) {
                    repeatable.add(parameter.getAnnotation(QueryParam.class).value());
                }
            }
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                Arrays.stream(parameter.getType().getRecordComponents())
                        .map(RecordComponent::getName)
                        .map(name -> fieldName(parameter.getType(), name))
                        .forEach(names::add);
            }
        }
        return new Known(names, repeatable);
    }

    private static Optional<FilterModel> model(Method method) {
        Class<? extends FilterModel> type = method.isAnnotationPresent(ListOf.class) ? method.getAnnotation(ListOf.class).value()
                : method.isAnnotationPresent(FilteredBy.class) ? method.getAnnotation(FilteredBy.class).value() : null;
        try {
            return type == null ? Optional.empty() : Optional.of(type.getConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String fieldName(Class<?> type, String component) {
        try {
            return type.getDeclaredField(component).getAnnotation(QueryParam.class).value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
