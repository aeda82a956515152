package vn.loa.imports.job;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Passes connections on to Loa, and breaks some of them in the middle of a request. */
final class BreakingProxy implements Closeable {

    private final ServerSocket server;
    private final int target;
    private final int broken;
    private final int bytes;
    private volatile int connections;

    /**
     * @param broken so many connections break, from the first
     * @param bytes that pass before
     */
    BreakingProxy(int target, int broken, int bytes) throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.target = target;
        this.broken = broken;
        this.bytes = bytes;
        start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    int connections() {
        return connections;
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = server.accept();
            connections++;
            boolean breaks = connections <= broken;
            Socket loa = new Socket(InetAddress.getLoopbackAddress(), target);
            start(() -> pipe(client, loa, breaks ? bytes : Long.MAX_VALUE));
            start(() -> pipe(loa, client, Long.MAX_VALUE));
        }
    }

    private static void pipe(Socket from, Socket to, long most) throws IOException {
        byte[] buffer = new byte[4096];
        try (from; to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            long left = most;
            for (int read = in.read(buffer); read >= 0 && left > 0; read = in.read(buffer)) {
                out.write(buffer, 0, (int) Math.min(read, left));
                left -= read;
                if (left <= 0) {
                    return;
                }
            }
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // The other side, or the test, has closed it.
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
