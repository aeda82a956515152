package vn.loa.interference;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A download of which no more comes than is asked for, but for what the sockets hold. */
final class SlowDownload implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;
    private static final int PATIENCE_MILLIS = 90_000;
    /** An empty line: CR LF CR LF. */
    private static final int END_OF_HEAD = 0x0d0a0d0a;

    private final Socket socket = new Socket();

    SlowDownload(int port, String path) throws IOException {
        // Before it connects: the window is agreed on then.
        socket.setReceiveBufferSize(BUFFER);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: loa\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        for (int lastFour = 0; lastFour != END_OF_HEAD;) {
            lastFour = lastFour << 8 | in.read();
        }
    }

    /** Fewer where the body ends. */
    byte[] read(int many) throws IOException {
        return socket.getInputStream().readNBytes(many);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
