package dev.apsis.store;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses that begin with the same bits, in CIDR notation: {@code 203.0.113.0/24}, {@code
 * 2001:db8::/32}, or a single address without a length. An IPv4 address that comes mapped into IPv6
 * counts as the IPv4 address it is.
 */
public final class AddressRange {
    /** What only digits, dots and colons may be: a name would be looked up, which takes time. */
    private static final Pattern NUMERIC = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private static final int MAX_CHARS = 64;

    private final byte[] prefix;
    private final int bits;

    private AddressRange(byte[] prefix, int bits) {
        this.prefix = prefix;
        this.bits = bits;
    }

    /** One address alone. */
    public static AddressRange of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return new AddressRange(bytes, bytes.length * Byte.SIZE);
    }

    /** A range as people write it; bits beyond its length are ignored. Empty if it is none. */
    public static Optional<AddressRange> parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        if (text.length() > MAX_CHARS || !NUMERIC.matcher(address).matches()) {
            return Optional.empty();
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            boolean whole = address.indexOf(':') >= 0 || address.split("\\.", -1).length == 4;
            int longest = bytes.length * Byte.SIZE;
            int bits = slash < 0 ? longest : Integer.parseInt(text.substring(slash + 1));
            return whole && bits >= 0 && bits <= longest
                    ? Optional.of(new AddressRange(cut(bytes, bits), bits))
                    : Optional.empty();
        } catch (UnknownHostException | NumberFormatException malformed) {
            return Optional.empty();
        }
    }

    private static byte[] cut(byte[] address, int bits) {
        byte[] prefix = address.clone();
        for (int bit = bits; bit < prefix.length * Byte.SIZE; bit++) {
            prefix[bit / Byte.SIZE] &= (byte) ~(0x80 >> (bit % Byte.SIZE));
        }
        return prefix;
    }

    /** Whether an address is one of these. */
    public boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == prefix.length && Arrays.equals(cut(bytes, bits), prefix);
    }

    /** How many addresses' bits are fixed: the more, the fewer addresses are in it. */
    public int bits() {
        return bits;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressRange range
                && range.bits == bits
                && Arrays.equals(range.prefix, prefix);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(prefix) + bits;
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        try {
            return InetAddress.getByAddress(prefix).getHostAddress() + '/' + bits;
        } catch (UnknownHostException wrongLength) {
            throw new IllegalStateException("4 or 16 bytes by construction", wrongLength);
        }
    }
}
