package vn.loa.imports.export;

import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.http.ApiPaths;
import vn.loa.http.Fingerprint;
import vn.loa.http.answer.ByteRange;
import vn.loa.http.answer.FileConditions;
import vn.loa.http.answer.LongBody;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/** Answers with parts of an export as a file, or with the rest of it that a client lacks (RFC 9110, section 14). */
@ApplicationScoped
class ExportFiles {

    private final ExportBytes bytes;

    ExportFiles(ExportBytes bytes) {
        this.bytes = bytes;
    }

    /** @param parts that the file has, one behind the other */
    RestResponse<LongBody> answer(ExportView export, List<ExportPart> parts, Request request, HttpHeaders headers,
            HttpServerResponse response) {
        long size = parts.stream().mapToLong(ExportPart::size).sum();
        byte[] sha256 = parts.size() == 1 ? parts.get(0).sha256() : null;
        String etag = "\"" + HexFormat.of().formatHex(sha256 != null ? sha256 : ofAll(parts)) + "\"";
        FileConditions conditions = new FileConditions(headers, etag,
                export.endedAt() == null ? export.createdAt() : export.endedAt());
        if (conditions.isNotModified()) {
            return validators(RestResponse.ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED), etag, conditions).build();
        }
        boolean isHead = request.getMethod().equals("HEAD");
        String asked = headers.getHeaderString("Range");
        ByteRange range = isHead || asked == null || !conditions.allowsRange() ? null : ByteRange.parse(asked, size).orElse(null);
        if (range != null && range.length() == 0) {
            response.putHeader("Content-Range", "bytes */" + size);
            throw Problem.of(ProblemType.RANGE_NOT_SATISFIABLE, "The file has " + size + " bytes.").asException();
        }
        ByteRange sent = range == null ? ByteRange.whole(size) : range;
        RestResponse.ResponseBuilder<LongBody> builder = RestResponse.ResponseBuilder
                .<LongBody>create(range == null ? RestResponse.Status.OK : RestResponse.Status.PARTIAL_CONTENT)
                .type(export.compressed() ? PartType.GZIP : PartType.LINES).header("Accept-Ranges", "bytes")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name(export, parts) + "\"");
        if (sha256 != null) {
            builder.header("Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":");
        }
        if (isHead) {
            builder.header(HttpHeaders.CONTENT_LENGTH, size);
        } else {
            builder.entity(new LongBody((offset, length) -> bytes.read(export, parts, offset, length), sent));
        }
        if (range != null) {
            builder.header("Content-Range", range.contentRange(size));
        }
        return validators(builder, etag, conditions).build();
    }

    private static RestResponse.ResponseBuilder<LongBody> validators(RestResponse.ResponseBuilder<LongBody> builder, String etag,
            FileConditions conditions) {
        return builder.header(HttpHeaders.ETAG, etag).header(HttpHeaders.LAST_MODIFIED, conditions.lastModified())
                .header(HttpHeaders.CACHE_CONTROL, ApiPaths.PRIVATE);
    }

    private static String name(ExportView export, List<ExportPart> parts) {
        return "loa-" + export.id() + (parts.size() == 1 ? "-%06d".formatted(parts.get(0).number()) : "") + ".ndjson"
                + (export.compressed() ? ".gz" : "");
    }

    private static byte[] ofAll(List<ExportPart> parts) {
        return Fingerprint.of("", parts.stream().map(ExportPart::sha256).reduce(new byte[0], ExportFiles::joined));
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
