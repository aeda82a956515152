package vn.loa.http.body;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;

/**
 * The parts of a body of the type {@code multipart/form-data} (RFC 7578), which is in memory already: the content of a part
 * is a view of the body's bytes. The readers of Netty and of Quarkus REST copy the body, which the memory that is set aside
 * for it does not allow.
 */
public final class MultipartForm {

    /** Of the boundary (RFC 2046, section 5.1.1). */
    private static final int LONGEST_BOUNDARY = 70;
    /** Of the headers of a part, in bytes. */
    private static final int LONGEST_HEADERS = 4096;
    private static final int MOST_PARTS = 16;
    private static final byte[] LINE_END = {'\r', '\n'};
    private static final ByteBuf HEADERS_END = Unpooled.unreleasableBuffer(Unpooled.copiedBuffer("\r\n\r\n", StandardCharsets.US_ASCII));

    private final ByteBuf body;
    /** Stands before each part but the first, and behind the last. */
    private final ByteBuf delimiter;
    private int place;

    private MultipartForm(ByteBuf body, String boundary) {
        this.body = body;
        this.delimiter = Unpooled.copiedBuffer("\r\n--" + boundary, StandardCharsets.ISO_8859_1);
    }

    /**
     * @param boundary the parameter of the content type; null when it has none
     * @throws ProblemException 400 when the body is not a form with this boundary
     */
    public static List<FormPart> parts(ByteBuf body, String boundary) {
        if (boundary == null || boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) {
            throw malformed("The Content-Type has no boundary.");
        }
        return new MultipartForm(body, boundary).read();
    }

    private List<FormPart> read() {
        skipPreamble();
        List<FormPart> parts = new ArrayList<>();
        while (!isClosed()) {
            if (parts.size() == MOST_PARTS) {
                throw malformed("The form has more than " + MOST_PARTS + " parts.");
            }
            int end = indexOf(HEADERS_END, LONGEST_HEADERS + HEADERS_END.readableBytes());
            if (end < 0) {
                throw malformed("A part has no headers, or more than " + LONGEST_HEADERS + " bytes of them.");
            }
            Map<String, String> headers = PartHeaders.read(body.toString(place, end - place, StandardCharsets.UTF_8));
            int start = end + HEADERS_END.readableBytes();
            // The line end of the headers may be that of the delimiter, when the part is empty.
            place = start - LINE_END.length;
            int behind = indexOf(delimiter, Integer.MAX_VALUE);
            if (behind < 0) {
                throw malformed("The form is cut off.");
            }
            parts.add(FormPart.of(headers, body.slice(start, Math.max(0, behind - start))));
            place = behind + delimiter.readableBytes();
        }
        return parts;
    }

    /** To behind the first boundary, which need not begin a new line at the beginning of the body. */
    private void skipPreamble() {
        ByteBuf first = delimiter.slice(LINE_END.length, delimiter.readableBytes() - LINE_END.length);
        if (body.readableBytes() >= first.readableBytes() && body.slice(0, first.readableBytes()).equals(first)) {
            place = first.readableBytes();
            return;
        }
        int before = indexOf(delimiter, Integer.MAX_VALUE);
        if (before < 0) {
            throw malformed("The body does not have the boundary that the Content-Type names.");
        }
        place = before + delimiter.readableBytes();
    }

    /** Whether the boundary was the last one; if not, goes to the end of its line, which stands before the headers. */
    private boolean isClosed() {
        if (has('-', 0) && has('-', 1)) {
            return true;
        }
        while (has(' ', 0) || has('\t', 0)) {
            place++;
        }
        if (!has('\r', 0) || !has('\n', 1)) {
            throw malformed("The form is cut off.");
        }
        // The headers begin behind this line; a part without headers has the next line end at once.
        return false;
    }

    private boolean has(char expected, int further) {
        return place + further < body.readableBytes() && body.getByte(place + further) == expected;
    }

    /** From the present place on; -1 when it is not among so many bytes. */
    private int indexOf(ByteBuf wanted, int most) {
        int found = ByteBufUtil.indexOf(wanted, body.slice(place, Math.min(most, body.readableBytes() - place)));
        return found < 0 ? -1 : place + found;
    }

    static ProblemException malformed(String detail) {
        return Problem.of(ProblemType.MALFORMED_BODY, detail).asException();
    }
}
