package companion.practice.ec2;

import java.util.regex.Pattern;

/**
 * A block of IPv4 addresses.
 *
 * @param base first address, host bits zero
 * @param prefix number of network bits, 0 to 32
 */
record Cidr(long base, int prefix) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");

    /**
     * Reads a block and clears its host bits, as EC2 does with {@code 100.68.0.18/18}.
     *
     * @param parameter with which EC2 names the value in its refusal, for example {@code cidrBlock}
     */
    static Cidr parse(String text, String parameter) {
        var match = FORM.matcher(text);
        if (!match.matches() || Integer.parseInt(match.group(5)) > 32) {
            throw invalid(text, parameter);
        }
        long address = 0;
        for (int i = 1; i <= 4; i++) {
            int octet = Integer.parseInt(match.group(i));
            if (octet > 255) {
                throw invalid(text, parameter);
            }
            address = address << 8 | octet;
        }
        int prefix = Integer.parseInt(match.group(5));
        long size = 1L << 32 - prefix;
        return new Cidr(address / size * size, prefix);
    }

    private static RuntimeException invalid(String text, String parameter) {
        return Ec2Fault.invalid(
                "Value (" + text + ") for parameter " + parameter + " is invalid. This is not a valid CIDR block.");
    }

    static long address(String ip) {
        return parse(ip + "/32", "privateIpAddress").base;
    }

    long size() {
        return 1L << 32 - prefix;
    }

    boolean contains(Cidr other) {
        return base <= other.base && other.base + other.size() <= base + size();
    }

    boolean contains(long address) {
        return base <= address && address < base + size();
    }

    boolean overlaps(Cidr other) {
        return base < other.base + other.size() && other.base < base + size();
    }

    /** The address at an offset from the first, in dotted form. */
    String at(long offset) {
        long address = base + offset;
        return (address >> 24 & 255) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }

    @Override
    public String toString() {
        return at(0) + "/" + prefix;
    }
}
