package vn.loa.imports.legacy;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import vn.loa.imports.legacy.OldAddressRepository.Mapped;
import vn.loa.imports.legacy.OldAddressRepository.Place;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;

/** Old addresses as CSV (RFC 4180) with a header line: address, article, category, file, of which unused ones may be missing. */
final class OldAddressTable {

    static final String MEDIA_TYPE = "text/csv";
    static final List<String> HEADER = List.of("address", "article", "category", "file");
    /** As many lines are read: a table of more is sent in parts. */
    static final int MOST = 20_000;

    private OldAddressTable() {
    }

    /** @throws ProblemException 400 for what is no such table, 422 for one that is too long */
    static List<OldAddressRequest.Item> read(String table) {
        List<OldAddressRequest.Item> items = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(withoutMark(table)),
                CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get())) {
            Map<String, Integer> columns = null;
            for (CSVRecord line : parser) {
                if (columns == null) {
                    columns = columns(line);
                } else if (items.size() == MOST) {
                    throw Problem.of(ProblemType.INVALID_CONTENT, "The table has more than " + MOST + " lines: send it in parts.")
                            .asException();
                } else {
                    items.add(item(line, columns));
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

    /** A table with all columns. An article is named by its slug. */
    static String write(List<Mapped> addresses) {
        StringBuilder table = new StringBuilder();
        try (CSVPrinter printer = CSVFormat.RFC4180.print(table)) {
            printer.printRecord(HEADER);
            for (Mapped address : addresses) {
                Place place = address.recorded().place();
                printer.printRecord(address.recorded().address(), place.articleSlug(), place.categorySlug(), place.file());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a StringBuilder takes all text", e);
        }
        return table.toString();
    }

    private static String withoutMark(String table) {
        return table.startsWith("\uFEFF") ? table.substring(1) : table;
    }

    private static Map<String, Integer> columns(CSVRecord header) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            columns.putIfAbsent(header.get(i).strip().toLowerCase(Locale.ROOT), i);
        }
        if (!columns.containsKey("address") || !HEADER.containsAll(columns.keySet()) || columns.size() < header.size()) {
            throw malformed("must begin with the header line " + String.join(",", HEADER) + "; unused columns may be missing");
        }
        return columns;
    }

    private static OldAddressRequest.Item item(CSVRecord line, Map<String, Integer> columns) {
        String[] values = HEADER.stream().map(columns::get).map(column -> column == null || column >= line.size() ? null : line.get(column))
                .toArray(String[]::new);
        if (line.size() > columns.size()) {
            throw malformed("has more values than columns in line " + line.getRecordNumber());
        }
        return new OldAddressRequest.Item(values[0], values[1], values[2], values[3]);
    }

    private static ProblemException malformed(String what) {
        return Problem.of(ProblemType.MALFORMED_BODY, "The table " + what + ".").asException();
    }
}
