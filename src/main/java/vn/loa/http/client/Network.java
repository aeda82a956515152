package vn.loa.http.client;

/** A network in CIDR notation, such as {@code 10.0.0.0/8}, or a single address. */
public final class Network {

    private final IpAddress first;
    private final int prefix;

    private Network(IpAddress first, int prefix) {
        this.first = first;
        this.prefix = prefix;
    }

    /** @throws IllegalArgumentException when the text is no network */
    public static Network of(String text) {
        String[] parts = text.strip().split("/", 2);
        IpAddress address = IpAddress.parse(parts[0])
                .orElseThrow(() -> new IllegalArgumentException(text + " is no network: 10.0.0.0/8 and ::1 are"));
        int prefix = parts.length == 1 ? address.bits() : prefix(text, parts[1]);
        if (prefix < 0 || prefix > address.bits() || !address.first(prefix).equals(address)) {
            throw new IllegalArgumentException(text + " is no network: its address must end in zeros after the prefix");
        }
        return new Network(address, prefix);
    }

    private static int prefix(String text, String digits) {
        if (!digits.matches("\\d{1,3}")) {
            throw new IllegalArgumentException(text + " is no network: a number belongs behind the slash");
        }
        return Integer.parseInt(digits);
    }

    public boolean contains(IpAddress address) {
        return address.bits() == first.bits() && address.first(prefix).equals(first);
    }

    @Override
    public String toString() {
        return first + "/" + prefix;
    }
}
