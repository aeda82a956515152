package vn.loa.mcp;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import vn.loa.article.ArticleAddress;
import vn.loa.directive.edit.DirectiveInput;
import vn.loa.problem.Problem;

/** The arguments of a tool's call, which were checked for their names and types. */
final class ToolCall {

    private final Map<String, Object> arguments;

    ToolCall(Map<String, Object> arguments) {
        this.arguments = arguments;
    }

    /** The arguments that have a value. */
    static Map<String, Object> known(Map<?, ?> given) {
        Map<String, Object> known = new LinkedHashMap<>();
        if (given != null) {
            given.forEach((name, value) -> {
                if (value != null) {
                    known.put(name.toString(), value);
                }
            });
        }
        return known;
    }

    ToolCall without(String name) {
        Map<String, Object> others = new LinkedHashMap<>(arguments);
        others.remove(name);
        return new ToolCall(others);
    }

    /** Null when it is not given. Several values are joined by commas, as in a query. */
    String text(String name) {
        Object value = arguments.get(name);
        return value instanceof Collection<?> many ? many.stream().map(String::valueOf).collect(Collectors.joining(","))
                : value == null ? null : value.toString();
    }

    Integer number(String name) {
        return arguments.get(name) instanceof Number number ? Integer.valueOf(number.intValue()) : null;
    }

    LocalDate day(String name) {
        String value = text(name);
        try {
            LocalDate day = value == null ? null : LocalDate.parse(value);
            if (DirectiveInput.isInRange(day)) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // refused below, like a date out of range
        }
        throw Problem.invalidParameter(name, "wrong-form", "must be a date like 2022-07-13").asException();
    }

    ArticleAddress article() {
        return ArticleAddress.fromString(text("article"));
    }

    /** The arguments as the query of a list. */
    UriInfo query() {
        MultivaluedMap<String, String> query = new MultivaluedHashMap<>();
        arguments.keySet().forEach(name -> query.add(name, text(name)));
        return (UriInfo) Proxy.newProxyInstance(ToolCall.class.getClassLoader(), new Class<?>[] {UriInfo.class},
                (proxy, method, values) -> switch (method.getName()) {
                    case "getQueryParameters" -> query;
                    case "getPath" -> "/";
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
