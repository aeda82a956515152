package vn.loa.http.body;

import io.netty.buffer.ByteBuf;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One part of a form.
 *
 * @param fileName as the client names it, perhaps with a path; null for none
 * @param contentType null for none
 * @param content a view of the body's bytes
 */
public record FormPart(String name, String fileName, String contentType, ByteBuf content) {

    /** Of the transfer of bytes as they are (RFC 2045, section 6.2); RFC 7578 has no other. */
    private static final Set<String> AS_IT_IS = Set.of("binary", "8bit", "7bit");

    static FormPart of(Map<String, String> headers, ByteBuf content) {
        Map<String, String> disposition = PartHeaders.parameters(headers.getOrDefault("content-disposition", ""));
        String name = disposition.get("name");
        if (!"form-data".equals(disposition.get("")) || name == null) {
            throw MultipartForm.malformed("A part has no Content-Disposition: form-data with a name.");
        }
        if (!AS_IT_IS.contains(headers.getOrDefault("content-transfer-encoding", "binary").toLowerCase(Locale.ROOT))) {
            throw MultipartForm.malformed("A part has a Content-Transfer-Encoding, which forms do not have.");
        }
        String extended = PartHeaders.decoded(disposition.get("filename*"));
        return new FormPart(name, extended == null ? disposition.get("filename") : extended, headers.get("content-type"), content);
    }
}
