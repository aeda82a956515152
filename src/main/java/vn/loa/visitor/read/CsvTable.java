package vn.loa.visitor.read;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.http.Accept;

/** What can also be had as CSV (RFC 4180). No value has a comma or a quote. */
interface CsvTable {

    String MEDIA_TYPE = "text/csv";
    /** In the order in which they are preferred where the reader has no preference. */
    List<String> FORMS = List.of(MediaType.APPLICATION_JSON, MEDIA_TYPE);

    String csvHeader();

    Stream<String> csvRows();

    /** @param form one of {@link #FORMS} */
    static RestResponse<Object> answer(CsvTable table, String form) {
        return RestResponse.ResponseBuilder.<Object>ok(form.equals(MEDIA_TYPE) ? csv(table) : table)
                .header(HttpHeaders.CONTENT_TYPE, form + ";charset=UTF-8")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
    }

    /** @throws vn.loa.problem.ProblemException 406 when the reader wants none */
    static String form(HttpHeaders request) {
        return Accept.choose(request, FORMS);
    }

    private static String csv(CsvTable table) {
        return Stream.concat(Stream.of(table.csvHeader()), table.csvRows())
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }
}
