package vn.loa.visitor.imported;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.loa.problem.FieldErrors;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;

/**
 * Counters as CSV (RFC 4180) with a header line. A value that cannot be read is reported under the pointer that it has in
 * JSON: {@code /items/0/day} is in the first line below the header.
 */
final class CounterTable {

    static final String MEDIA_TYPE = "text/csv";

    private final List<String> columns;
    private final Set<String> required;
    private final int most;

    /** @param columns all that the table may have */
    CounterTable(List<String> columns, Set<String> required, int most) {
        this.columns = columns;
        this.required = required;
        this.most = most;
    }

    /** A line below the header. */
    final class Line {

        private final CSVRecord values;
        private final Map<String, Integer> places;
        private final String pointer;
        private final FieldErrors errors;

        private Line(CSVRecord values, Map<String, Integer> places, int index, FieldErrors errors) {
            this.values = values;
            this.places = places;
            this.pointer = "/items/" + index + "/";
            this.errors = errors;
        }

        /** Null when it is empty, or its column is missing. */
        String text(String column) {
            Integer place = places.get(column);
            return place == null || place >= values.size() || values.get(place).isBlank() ? null : values.get(place).strip();
        }

        LocalDate day(String column) {
            try {
                return text(column) == null ? null : LocalDate.parse(text(column));
            } catch (DateTimeException e) {
                errors.addMalformed(pointer + column, "wrong-form", "must be a date like 2022-07-13");
                return null;
            }
        }

        Long number(String column) {
            String text = text(column);
            if (text == null || text.matches("-?[0-9]{1,18}")) {
                return text == null ? null : Long.valueOf(text);
            }
            errors.addMalformed(pointer + column, "wrong-form", "must be a whole number");
            return null;
        }
    }

    /** Whether the body of a request says that it is a table. */
    static boolean isOne(HttpHeaders headers) {
        MediaType type = headers.getMediaType();
        return type != null && type.getType().equalsIgnoreCase("text") && type.getSubtype().equalsIgnoreCase("csv");
    }

    interface Reading<T> {
        T read(Line line);
    }

    /** @throws ProblemException 400 for what is no such table, 422 for one that is too long */
    <T> List<T> read(String table, Reading<T> reading, FieldErrors errors) {
        List<T> items = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(table.startsWith("\uFEFF") ? table.substring(1) : table),
                CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get())) {
            Map<String, Integer> places = null;
            for (CSVRecord line : parser) {
                if (places == null) {
                    places = places(line);
                } else if (items.size() == most) {
                    throw Problem.of(ProblemType.INVALID_CONTENT, "The table has more than " + most + " lines: send it in parts.")
                            .asException();
                } else if (line.size() > places.size()) {
                    throw malformed("has more values than columns in line " + line.getRecordNumber());
                } else {
                    items.add(reading.read(new Line(line, places, items.size(), errors)));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw malformed("is not CSV as RFC 4180 describes it");
        }
        if (items.isEmpty()) {
            throw malformed("has no line below its header");
        }
        return items;
    }

    private Map<String, Integer> places(CSVRecord header) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            places.putIfAbsent(header.get(i).strip().toLowerCase(Locale.ROOT), i);
        }
        if (!places.keySet().containsAll(required) || !columns.containsAll(places.keySet()) || places.size() < header.size()) {
            throw malformed("must begin with the header line " + String.join(",", columns) + "; unused columns may be missing");
        }
        return places;
    }

    private static ProblemException malformed(String what) {
        return Problem.of(ProblemType.MALFORMED_BODY, "The table " + what + ".").asException();
    }
}
