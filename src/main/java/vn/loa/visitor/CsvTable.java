package vn.loa.visitor;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can also be had as CSV (RFC 4180). No value has a comma or a quote. */
interface CsvTable {

    String MEDIA_TYPE = "text/csv";

    String csvHeader();

    Stream<String> csvRows();

    /** Writes it. */
    @Provider
    @Produces(MEDIA_TYPE)
    class Writer implements MessageBodyWriter<CsvTable> {

        @Override
        public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
            return CsvTable.class.isAssignableFrom(type);
        }

        @Override
        public void writeTo(CsvTable table, Class<?> type, Type genericType, Annotation[] annotations,
                MediaType mediaType, MultivaluedMap<String, Object> headers, OutputStream out) throws IOException {
            String csv = Stream.concat(Stream.of(table.csvHeader()), table.csvRows())
                    .collect(Collectors.joining("\r\n", "", "\r\n"));
            out.write(csv.getBytes(StandardCharsets.UTF_8));
        }
    }
}
