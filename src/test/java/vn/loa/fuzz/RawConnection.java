package vn.loa.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * One connection, used again for as long as the server lets it be: what an HTTP client would refuse to send is sent, and
 * a connection that an answer leaves unusable is noticed.
 */
final class RawConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 15_000;

    private final String host;
    private final int port;
    private Socket socket;
    private InputStream in;

    RawConnection(URI server) {
        this.host = server.getHost();
        this.port = server.getPort();
    }

    /** @throws IOException when no whole answer came in time */
    FuzzAnswer send(FuzzRequest request) throws IOException {
        if (socket == null) {
            socket = new Socket(host, port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        }
        try {
            write(request);
            FuzzAnswer answer = read(request);
            if ("close".equalsIgnoreCase(answer.header("connection")) || request.isStream()) {
                close();
            }
            return answer;
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** A server that refuses a request by its headers may close the connection before the body is sent. Its answer counts. */
    private void write(FuzzRequest request) {
        try {
            socket.getOutputStream().write(request.bytes());
        } catch (IOException answeredBefore) {
            // read() finds the answer, or nothing
        }
    }

    private FuzzAnswer read(FuzzRequest request) throws IOException {
        String line = line();
        while (line.startsWith("HTTP/1.1 100")) {
            line();
            line = line();
        }
        int status = Integer.parseInt(line.split(" ")[1]);
        Map<String, String> headers = new TreeMap<>();
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            headers.merge(header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip(),
                    (one, other) -> one + ", " + other);
        }
        byte[] body = body(request, status, headers);
        return new FuzzAnswer(status, headers, "gzip".equals(headers.get("content-encoding")) && body.length > 0
                ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes() : body);
    }

    private byte[] body(FuzzRequest request, int status, Map<String, String> headers) throws IOException {
        if (request.isHead() || status == 204 || status == 304) {
            return new byte[0];
        }
        if (request.isStream() && status == 200) {
            return line().getBytes(StandardCharsets.UTF_8);
        }
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return chunks();
        }
        String length = headers.get("content-length");
        return length == null ? in.readAllBytes() : exactly(Integer.parseInt(length));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.writeBytes(exactly(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer ended after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed without a whole answer");
            }
            line.write(c);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
