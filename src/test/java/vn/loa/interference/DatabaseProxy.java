package vn.loa.interference;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A TCP proxy in front of PostgreSQL whose network can fall sick: it goes silent as a host does whose disk hangs or that
 * was fenced off (connections stay open, new ones are accepted, nothing comes), resets, refuses or is slow.
 */
public final class DatabaseProxy implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final InetSocketAddress database;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket listener;
    private volatile Duration delay = Duration.ZERO;
    private boolean silent;

    private DatabaseProxy(InetSocketAddress database) throws IOException {
        this.database = database;
        this.listener = listen(0);
        this.port = listener.getLocalPort();
    }

    /** A process of its own, which can be stopped: {@code java DatabaseProxy.java <port of PostgreSQL>} prints its port. */
    public static void main(String[] arguments) throws InterruptedException {
        System.out.println(to(Integer.parseInt(arguments[0])).port());
        Thread.currentThread().join();
    }

    /** Forwards to the PostgreSQL at a port of this machine. */
    public static DatabaseProxy to(int databasePort) {
        try {
            return new DatabaseProxy(new InetSocketAddress(InetAddress.getLoopbackAddress(), databasePort));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** {@code host:port}, for a JDBC URL. */
    public String host() {
        return "127.0.0.1:" + port;
    }

    /** From now on no byte is forwarded, and no connection is closed. */
    public synchronized void goSilent() {
        silent = true;
    }

    /** Forwards the bytes that were held back. */
    public synchronized void speakAgain() {
        silent = false;
        notifyAll();
    }

    /** Each piece of data is held back for so long. */
    public void delay(Duration each) {
        delay = each;
    }

    /** Ends all connections with a reset (RST). New ones are forwarded. */
    public void reset() {
        for (Socket socket : sockets) {
            try {
                socket.setSoLinger(true, 0);
            } catch (IOException closedAlready) {
                continue;
            }
            close(socket);
        }
    }

    /** Resets all connections and refuses new ones, as a host without a server does. */
    public void refuse() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reset();
    }

    /** Takes connections again. */
    public void acceptAgain() {
        try {
            listener = listen(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ServerSocket listen(int at) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 200);
        run("accept", () -> accept(socket));
        return socket;
    }

    private void accept(ServerSocket from) throws IOException {
        while (!from.isClosed()) {
            Socket client = from.accept();
            awaitVoice();
            try {
                keep(client);
                Socket server = keep(new Socket(database.getAddress(), database.getPort()));
                run("up", () -> forward(client, server));
                run("down", () -> forward(server, client));
            } catch (IOException databaseAwayOrReset) {
                // Others must go on being taken.
                close(client);
            }
        }
    }

    private Socket keep(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        return socket;
    }

    private void forward(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                Thread.sleep(delay.toMillis());
                awaitVoice();
                out.write(buffer, 0, read);
            }
            // A silent host does not say that it is gone, either.
            awaitVoice();
        } catch (IOException ended) {
            // One of the two sides closed. The other side is closed, too.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close(from);
            close(to);
        }
    }

    private synchronized void awaitVoice() {
        try {
            while (silent) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void close(Socket socket) {
        sockets.remove(socket);
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // Nothing is left to close.
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void run(String what, Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                // The proxy stopped listening.
            }
        }, "database-proxy-" + what);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        speakAgain();
        refuse();
    }
}
