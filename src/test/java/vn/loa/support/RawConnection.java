package vn.loa.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A connection on which anything can be sent, also what an HTTP client would refuse to send. */
public final class RawConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;
    /** An empty line: CR LF CR LF. */
    private static final int END_OF_HEAD = 0x0d0a0d0a;

    private final Socket socket;

    public RawConnection(URI server) throws IOException {
        this(server, new Socket());
    }

    private RawConnection(URI server, Socket socket) throws IOException {
        this.socket = socket;
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** Takes so many bytes, or a little more, without reading them. */
    public static RawConnection withBuffer(URI server, int bytes) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(bytes);
        return new RawConnection(server, socket);
    }

    /** The next bytes, such as the beginning of an answer. */
    public String read(int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.ISO_8859_1);
    }

    /** Says that nothing more will be sent. */
    public void leave() throws IOException {
        socket.shutdownOutput();
    }

    /** Goes without a farewell. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    public RawConnection send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** One answer, by its Content-Length; what came of it when the connection was closed before. */
    public String answer() throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        int lastFour = 0;
        while (lastFour != END_OF_HEAD) {
            int next = in.read();
            if (next < 0) {
                return answer.toString(StandardCharsets.UTF_8);
            }
            answer.write(next);
            lastFour = lastFour << 8 | next;
        }
        answer.write(in.readNBytes(length(answer.toString(StandardCharsets.UTF_8))));
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static int length(String head) {
        return head.lines().filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                .map(line -> Integer.parseInt(line.substring(line.indexOf(':') + 1).strip())).findFirst().orElse(0);
    }

    /** Whether the server closes it within this time; what comes before is dropped. */
    public boolean isClosedWithin(int millis) throws IOException {
        long deadline = System.nanoTime() + millis * 1_000_000L;
        while (System.nanoTime() < deadline) {
            socket.setSoTimeout((int) Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
            try {
                if (socket.getInputStream().read() < 0) {
                    return true;
                }
            } catch (SocketTimeoutException open) {
                return false;
            } catch (IOException reset) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
