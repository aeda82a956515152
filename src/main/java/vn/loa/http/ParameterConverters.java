package vn.loa.http;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import vn.loa.json.CanonicalUuid;
import vn.loa.json.InstantDeserializer;
import vn.loa.problem.Problem;

/** Converts path and query parameters of common types. A 400 names a wrong parameter and the form that is expected. */
@Provider
public class ParameterConverters implements ParamConverterProvider {

    private record Reading(String expected, Function<String, Object> read) {
    }

    private static final int LAST_YEAR = 9999;
    private static final Map<Class<?>, Reading> READINGS = Map.of(
            UUID.class, new Reading("must be a UUID", CanonicalUuid::parse),
            Integer.class, new Reading("must be a whole number", ParameterConverters::integer),
            LocalDate.class, new Reading("must be a date such as 2022-07-13", ParameterConverters::date),
            Instant.class, new Reading(InstantDeserializer.FORM, InstantDeserializer::parse),
            Boolean.class, new Reading("must be true or false", ParameterConverters::bool));

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        Reading reading = READINGS.get(type);
        return reading == null ? null : new NamedConverter<>(type, nameIn(annotations), reading);
    }

    private static String nameIn(Annotation[] annotations) {
        for (Annotation annotation : annotations) {
            if (annotation instanceof PathParam path) {
                return path.value();
            }
            if (annotation instanceof QueryParam query) {
                return query.value();
            }
        }
        throw new IllegalStateException("a parameter without a name");
    }

    /** Stricter than Integer.valueOf, which also takes "+1" and "01". */
    public static Integer integer(String text) {
        Integer number = Integer.valueOf(text);
        if (!number.toString().equals(text)) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    /** A date of the years 1 to 9999. */
    public static LocalDate date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() > 0 && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeException e) {
            // refused below, like a year out of range
        }
        throw new IllegalArgumentException(text);
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private record NamedConverter<T>(Class<T> type, String name, Reading reading) implements ParamConverter<T> {

        @Override
        public T fromString(String text) {
            try {
                return type.cast(reading.read.apply(text));
            } catch (IllegalArgumentException e) {
                throw Problem.invalidParameter(name, "wrong-form", reading.expected).asException();
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
