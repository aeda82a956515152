package vn.loa.visitor.read;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.http.Accept;

/** A response that is also offered as CSV (RFC 4180), with a header line. */
interface CsvTable {

    String MEDIA_TYPE = "text/csv";
    /** The server prefers the first one when the client has no preference. */
    List<String> MEDIA_TYPES = List.of(MediaType.APPLICATION_JSON, MEDIA_TYPE);

    Object[] csvHeader();

    Stream<Object[]> csvRows();

    /** @param mediaType one of {@link #MEDIA_TYPES} */
    static RestResponse<Object> respond(CsvTable table, String mediaType) {
        return RestResponse.ResponseBuilder.<Object>ok(mediaType.equals(MEDIA_TYPE) ? csv(table) : table)
                .header(HttpHeaders.CONTENT_TYPE, mediaType + ";charset=UTF-8")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
    }

    /** @throws vn.loa.problem.ProblemException 406 when the client accepts neither */
    static String chooseMediaType(HttpHeaders request) {
        return Accept.choose(request, MEDIA_TYPES);
    }

    private static String csv(CsvTable table) {
        StringBuilder csv = new StringBuilder();
        try (CSVPrinter printer = CSVFormat.RFC4180.print(csv)) {
            printer.printRecord(table.csvHeader());
            printer.printRecords(table.csvRows());
        } catch (IOException e) {
            throw new IllegalStateException("a StringBuilder takes all text", e);
        }
        return csv.toString();
    }
}
