package vn.loa.listing;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.loa.http.ParameterConverters;
import vn.loa.json.CanonicalUuid;
import vn.loa.json.InstantDeserializer;
import vn.loa.sql.NamedSql;

/**
 * The type of a list's field: how its values are read from a request, and how SQL compares them.
 *
 * @param expected the error message for a value that cannot be read
 * @param read reads a value from a parameter; throws IllegalArgumentException when it cannot
 * @param restore reads a value from a cursor
 * @param column the Java type of the database's value
 */
record FieldType(String expected, Function<String, Object> read, Function<String, Object> restore, Class<?> column,
        Set<FilterOperator> operators, Comparison comparison) {

    static final FieldType TEXT = text(FieldType::nfc, Usual.VALUE, FilterOperator.EQUALITY);
    static final FieldType FOLDED = text(FieldType::nfc, Usual.FOLDED, FilterOperator.WORDS);
    static final FieldType TAGS = text(FieldType::nfc, Usual.MEMBER, FilterOperator.WORDS);
    static final FieldType WORDS = new FieldType("", FieldType::nfc, text -> text, String.class, FilterOperator.EQUALITY,
            Usual.WORDS);
    static final FieldType DATE = new FieldType("must be a date such as 2022-07-13", ParameterConverters::date,
            ParameterConverters::date, LocalDate.class, FilterOperator.RANGE, Usual.VALUE);
    /** One date, which is compared by whoever asks for it. */
    static final FieldType DAY = new FieldType(DATE.expected, DATE.read, DATE.restore, LocalDate.class, FilterOperator.EQUALITY, Usual.VALUE);
    static final FieldType INTEGER = new FieldType("must be a whole number", FieldType::integer, FieldType::integer,
            Long.class, FilterOperator.RANGE, Usual.VALUE);
    static final FieldType INSTANT = new FieldType("must be an instant (RFC 3339), such as 2026-07-15T05:00:00Z, or a date",
            text -> text, InstantDeserializer::parse, Instant.class, FilterOperator.RANGE, Usual.TIME);
    /** An instant of a list that knows no zone, in which a date would be a day. */
    static final FieldType MOMENT = new FieldType("must be an instant (RFC 3339), such as 2026-07-15T05:00:00Z",
            InstantDeserializer::parse, InstantDeserializer::parse, Instant.class, FilterOperator.RANGE, Usual.VALUE);
    static final FieldType UUIDS = new FieldType("must be a UUID", CanonicalUuid::parse, UUID::fromString, UUID.class,
            FilterOperator.EQUALITY, Usual.VALUE);
    static final FieldType ID = new FieldType("must be a UUID", UUID::fromString, UUID::fromString, UUID.class,
            Set.of(), Usual.VALUE);

    static FieldType text(Function<String, Object> read, Comparison comparison, Set<FilterOperator> operators) {
        return new FieldType("", read, text -> text, String.class, operators, comparison);
    }

    /** UUIDs by names: see {@link Comparison.Named}. */
    static FieldType named(String function) {
        return text(FieldType::nfc, new Comparison.Named(function), FilterOperator.EQUALITY);
    }

    /** A day: see {@link Comparison.OnDay}. */
    static FieldType onDay(Comparison.OnDay periods) {
        return new FieldType(DATE.expected, DATE.read, DATE.restore, LocalDate.class, FilterOperator.EQUALITY, periods);
    }

    /** Whether a filter has one value, in which a comma is no separator. */
    boolean isSingle() {
        return this == WORDS || this == DAY || comparison instanceof Comparison.OnDay;
    }

    /** One of a fixed set of words. */
    static FieldType oneOf(List<String> words) {
        return new FieldType("must be one of " + String.join(", ", words), word -> {
            if (!words.contains(word)) {
                throw new IllegalArgumentException(word);
            }
            return word;
        }, word -> word, String.class, FilterOperator.EQUALITY, Usual.VALUE);
    }

    static FieldType between(long least, long most) {
        return new FieldType("must be a whole number between " + least + " and " + most, text -> {
            Long number = integer(text);
            if (number < least || number > most) {
                throw new IllegalArgumentException(text);
            }
            return number;
        }, FieldType::integer, Long.class, FilterOperator.RANGE, Usual.VALUE);
    }

    /** Stored text is in NFC, so filters must be in NFC too. */
    private static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Stricter than {@code Long.valueOf}, which also takes "+1" and "01". */
    private static Long integer(String text) {
        Long number = Long.valueOf(text);
        if (!number.toString().equals(text)) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    /** The usual ways to compare. */
    enum Usual implements Comparison {
        VALUE,
        /** Without case and accents, by the database's function {@code folded}. */
        FOLDED {
            @Override
            public String parameter(String bound) {
                return "folded(" + bound + ")";
            }
        },
        /** An array of folded texts, which contains the value or not. */
        MEMBER {
            @Override
            public String parameter(String bound) {
                return FOLDED.parameter(bound);
            }

            @Override
            public String condition(String sql, FilterOperator operator, List<Object> values, ZoneId zone, NamedSql.Values sink) {
                String array = values.stream().map(value -> parameter(sink.bind(value)))
                        .collect(Collectors.joining(", ", "array[", "]"));
                return (operator == FilterOperator.NE ? "not " : "") + sql + " && " + array;
            }
        },
        /** A tsvector, which must have all words. */
        WORDS {
            @Override
            public String condition(String sql, FilterOperator operator, List<Object> values, ZoneId zone, NamedSql.Values sink) {
                return sql + " @@ plainto_tsquery('simple', folded(" + sink.bind(values.get(0)) + "))";
            }
        },
        /** Instants, compared with an instant or with a whole day in the site's zone. */
        TIME {
            @Override
            public String condition(String sql, FilterOperator operator, List<Object> values, ZoneId zone, NamedSql.Values sink) {
                return values.stream().map(value -> Span.parse((String) value, zone).condition(sql, operator, sink))
                        .collect(Collectors.joining(" or ", "(", ")"));
            }
        }
    }

    /** @param until exclusive; null when the filter names an instant and not a day */
    private record Span(Instant from, Instant until) {

        static Span parse(String text, ZoneId zone) {
            if (text.length() != "2022-01-01".length()) {
                return new Span(InstantDeserializer.parse(text), null);
            }
            LocalDate day = ParameterConverters.date(text);
            return new Span(day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
        }

        String condition(String sql, FilterOperator operator, NamedSql.Values sink) {
            return switch (operator) {
                case GTE -> sql + " >= " + sink.bind(from);
                case LT -> sql + " < " + sink.bind(from);
                default -> until == null ? sql + " = " + sink.bind(from)
                        : "(" + sql + " >= " + sink.bind(from) + " and " + sql + " < " + sink.bind(until) + ")";
            };
        }
    }
}
