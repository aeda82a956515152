package vn.loa.changes.webhook;

import io.netty.resolver.dns.SingletonDnsServerAddressStreamProvider;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A name server of the test (RFC 1035), whose names may have other addresses at each question. */
final class NameServer implements AutoCloseable {

    private static final int A = 1;
    private static final int AAAA = 28;
    private static final int HEADER = 12;

    private final DatagramSocket socket;
    /** For each name what it is answered with, one after the other; the last one for good. */
    private final Map<String, List<List<InetAddress>>> names = new ConcurrentHashMap<>();
    private final List<String> questions = new CopyOnWriteArrayList<>();

    NameServer() throws IOException {
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
        Thread thread = new Thread(this::run);
        thread.setDaemon(true);
        thread.start();
    }

    /** @param answers addresses with spaces, for each question for an address of IPv4 */
    NameServer with(String name, String... answers) throws IOException {
        List<List<InetAddress>> all = new CopyOnWriteArrayList<>();
        for (String answer : answers) {
            List<InetAddress> addresses = new ArrayList<>();
            for (String address : answer.split(" ")) {
                addresses.add(InetAddress.getByName(address));
            }
            all.add(addresses);
        }
        names.put(name, all);
        return this;
    }

    HostNames client() {
        return new HostNames(new SingletonDnsServerAddressStreamProvider((InetSocketAddress) socket.getLocalSocketAddress()));
    }

    /** How often it was asked for an IPv4 address of a name. */
    long asked(String name) {
        return questions.stream().filter(name::equals).count();
    }

    private void run() {
        byte[] buffer = new byte[512];
        while (!socket.isClosed()) {
            try {
                DatagramPacket question = new DatagramPacket(buffer, buffer.length);
                socket.receive(question);
                byte[] answer = answer(buffer, question.getLength());
                socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
            } catch (IOException e) {
                // The test is over.
            }
        }
    }

    private byte[] answer(byte[] question, int length) throws IOException {
        StringBuilder name = new StringBuilder();
        int place = HEADER;
        while (question[place] != 0) {
            name.append(name.isEmpty() ? "" : ".").append(new String(question, place + 1, question[place]));
            place += question[place] + 1;
        }
        int type = question[place + 2];
        List<InetAddress> addresses = addresses(name.toString().toLowerCase(Locale.ROOT), type);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(question, 0, 2);
        out.writeShort(names.containsKey(name.toString()) ? 0x8580 : 0x8583);
        out.writeShort(1);
        out.writeShort(addresses.size());
        out.writeInt(0);
        out.write(question, HEADER, place + 5 - HEADER);
        for (InetAddress address : addresses) {
            out.writeShort(0xC000 | HEADER);
            out.writeShort(type);
            out.writeShort(1);
            out.writeInt(0);
            out.writeShort(address.getAddress().length);
            out.write(address.getAddress());
        }
        return bytes.toByteArray();
    }

    private List<InetAddress> addresses(String name, int type) {
        List<List<InetAddress>> answers = names.getOrDefault(name, List.of());
        if (answers.isEmpty()) {
            return List.of();
        }
        List<InetAddress> present = answers.get(0);
        if (type == A) {
            questions.add(name);
            if (answers.size() > 1) {
                answers.remove(0);
            }
        }
        int bytes = type == A ? 4 : type == AAAA ? 16 : 0;
        return present.stream().filter(address -> address.getAddress().length == bytes).toList();
    }

    @Override
    public void close() {
        socket.close();
    }
}
