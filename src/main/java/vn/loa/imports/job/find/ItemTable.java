package vn.loa.imports.job.find;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.loa.http.LimitsConfig;
import vn.loa.imports.job.store.ItemPlace;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;

/**
 * Reads items as CSV (RFC 4180) with a header line. Columns may stand in any order, and unused ones may be missing. Several tags are
 * separated by {@code |}, several old addresses by spaces.
 */
@ApplicationScoped
class ItemTable {

    static final List<String> COLUMNS = List.of("source", "address", "title", "slug", "language", "summary", "byline", "body", "category",
            "tags", "firstPublishedAt", "publicUpdatedAt", "views", "oldAddresses");

    private final ItemJson items;
    private final ObjectMapper json;
    private final long longest;

    ItemTable(ItemJson items, ObjectMapper json, LimitsConfig limits) {
        this.items = items;
        this.json = json;
        this.longest = limits.body().asLongValue();
    }

    /** @throws ProblemException 400 when it does not begin with a header */
    void read(InputStream in, ItemSink sink) throws IOException {
        BoundedRecords bounded = new BoundedRecords(new InputStreamReader(in, StandardCharsets.UTF_8), longest);
        try (CSVParser parser = CSVParser.parse(bounded, CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get())) {
            Iterator<CSVRecord> records = parser.iterator();
            List<String> header = records.hasNext() ? header(records.next()) : null;
            if (header == null) {
                throw malformed("The table is empty.");
            }
            bounded.recordEnds();
            while (next(records, parser, sink)) {
                CSVRecord line = records.next();
                bounded.recordEnds();
                read(line, header, ItemPlace.ofLine(parser.getCurrentLineNumber()), sink);
            }
        } catch (UncheckedIOException e) {
            throw malformed("The table's header cannot be read.");
        }
    }

    /** A quotation mark that is never closed makes the rest unreadable: it is one wrong item. */
    private static boolean next(Iterator<CSVRecord> records, CSVParser parser, ItemSink sink) {
        try {
            return records.hasNext();
        } catch (UncheckedIOException | IllegalStateException e) {
            sink.wrong(ItemPlace.ofLine(parser.getCurrentLineNumber()), null,
                    Problem.of(ProblemType.MALFORMED_BODY, "From here on the table is not CSV as RFC 4180 describes it, or a line is too long."));
            return false;
        }
    }

    private static List<String> header(CSVRecord line) {
        List<String> header = new ArrayList<>();
        line.forEach(name -> header.add(name.replace("\uFEFF", "").strip()));
        if (!header.contains("source") || !header.contains("title") || !COLUMNS.containsAll(header)
                || header.stream().distinct().count() < header.size()) {
            throw malformed("The table must begin with a header line of these columns, of which unused ones may be missing: "
                    + String.join(",", COLUMNS) + ".");
        }
        return header;
    }

    private void read(CSVRecord line, List<String> header, ItemPlace place, ItemSink sink) {
        String source = null;
        try {
            if (line.size() > header.size()) {
                throw malformed("The line has more values than columns.");
            }
            ObjectNode item = json.createObjectNode();
            for (int i = 0; i < line.size(); i++) {
                put(item, header.get(i), line.get(i));
            }
            source = ItemJson.sourceOf(item);
            sink.item(place, items.read(item));
        } catch (ProblemException e) {
            sink.wrong(place, source, e.problem());
        }
    }

    private static void put(ObjectNode item, String column, String value) {
        if (value.indexOf('\uFFFD') >= 0) {
            throw malformed("The line is not text in UTF-8.");
        }
        if (value.isBlank()) {
            return;
        }
        switch (column) {
            case "tags" -> list(item.putArray(column), value, "\\|");
            case "oldAddresses" -> list(item.putArray(column), value, "\\s+");
            case "views" -> putNumber(item, column, value.strip());
            case "body" -> item.put(column, value);
            default -> item.put(column, value.strip());
        }
    }

    private static void list(ArrayNode list, String value, String separator) {
        Arrays.stream(value.split(separator)).map(String::strip).filter(part -> !part.isEmpty()).forEach(list::add);
    }

    /** What is no number is refused as a text is. */
    private static void putNumber(ObjectNode item, String column, String value) {
        if (value.matches("[0-9]{1,18}")) {
            item.put(column, Long.parseLong(value));
        } else {
            item.put(column, value);
        }
    }

    private static ProblemException malformed(String detail) {
        return Problem.of(ProblemType.MALFORMED_BODY, detail).asException();
    }

    /** Ends a record that is longer than any may be, before it is in memory. */
    private static final class BoundedRecords extends FilterReader {

        private final long longest;
        private long read;

        BoundedRecords(Reader in, long longest) {
            super(in);
            this.longest = longest;
        }

        void recordEnds() {
            read = 0;
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            int some = super.read(into, offset, length);
            read += Math.max(0, some);
            if (read > longest) {
                throw new IOException("the record is too long");
            }
            return some;
        }
    }
}
