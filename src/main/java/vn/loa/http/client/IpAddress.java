package vn.loa.http.client;

import io.netty.util.NetUtil;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** An IPv4 or IPv6 address. An IPv4 address that is written as an IPv6 one ({@code ::ffff:192.0.2.1}) is the IPv4 one. */
public final class IpAddress implements Comparable<IpAddress> {

    private static final int IPV4_BYTES = 4;
    private static final int MAPPED_PREFIX = 12;
    private static final long IPV4_MAPPED = 0xffff_0000_0000L;
    private static final int FNV_PRIME = 0x01000193;
    private static final int FNV_BASIS = 0x811c9dc5;

    private final byte[] bytes;

    private IpAddress(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Reads an address without asking the DNS. Empty when the text is no address. */
    public static Optional<IpAddress> parse(String text) {
        byte[] bytes = text == null || text.isEmpty() || text.indexOf('%') >= 0 ? null
                : NetUtil.createByteArrayFromIpAddressString(text);
        return bytes == null ? Optional.empty() : Optional.of(of(bytes));
    }

    private static IpAddress of(byte[] bytes) {
        boolean mapped = bytes.length > IPV4_BYTES && bytes[10] == -1 && bytes[11] == -1
                && new BigInteger(1, Arrays.copyOf(bytes, 10)).signum() == 0;
        return new IpAddress(mapped ? Arrays.copyOfRange(bytes, MAPPED_PREFIX, bytes.length) : bytes);
    }

    public boolean isIpv4() {
        return bytes.length == IPV4_BYTES;
    }

    public int bits() {
        return bytes.length * Byte.SIZE;
    }

    /** The address with all bits behind the prefix set to zero. */
    public IpAddress first(int prefix) {
        byte[] network = bytes.clone();
        for (int bit = prefix; bit < bits(); bit++) {
            network[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
        }
        return new IpAddress(network);
    }

    /**
     * The prefix that one client has: an IPv4 address, or the /64 within which an IPv6 host changes its address at will.
     */
    public IpAddress clientPrefix() {
        return isIpv4() ? this : first(64);
    }

    /** The {@link #clientPrefix} as a number: the 64 bits of an IPv6 /64, or the last 64 bits of an IPv4 address mapped into IPv6. */
    public long clientPrefixBits() {
        ByteBuffer bits = ByteBuffer.wrap(bytes);
        return isIpv4() ? IPV4_MAPPED | Integer.toUnsignedLong(bits.getInt()) : bits.getLong();
    }

    /** The prefix that one network has, because it is usually assigned as a whole: an IPv4 /24, an IPv6 /48. */
    public IpAddress networkPrefix() {
        return first(isIpv4() ? 24 : 48);
    }

    /** 4 or 16 bytes, which no other address has. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IpAddress address && Arrays.equals(bytes, address.bytes);
    }

    /** FNV-1a, because {@code Arrays.hashCode} gives a dozen neighbouring addresses the same hash. */
    @Override
    public int hashCode() {
        int hash = FNV_BASIS;
        for (byte each : bytes) {
            hash = (hash ^ each & 0xff) * FNV_PRIME;
        }
        return hash;
    }

    /** Hash tables order colliding keys by this, so that an attacker who makes hashes collide does not slow them down. */
    @Override
    public int compareTo(IpAddress other) {
        return Arrays.compare(bytes, other.bytes);
    }

    /** For debugging only: addresses are never logged. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
