package companion.practice.cloudformation.template;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** Fn::Cidr: the first so many blocks of a size within an address block, IPv4 or IPv6. */
final class CidrBlocks {
    private CidrBlocks() {}

    /**
     * Divides a block.
     *
     * @param block for example {@code 10.0.0.0/16}
     * @param count from 1 to 256
     * @param bits the host bits of each part: 8 makes /24 of IPv4
     */
    static List<String> of(String block, String count, String bits) {
        if (!block.matches("[0-9.]+/[0-9]{1,2}|[0-9a-fA-F:]+/[0-9]{1,3}")
                || !count.matches("[0-9]{1,3}")
                || !bits.matches("[0-9]{1,3}")) {
            throw refused(block, count, bits);
        }
        int slash = block.indexOf('/');
        byte[] address = address(block.substring(0, slash));
        int width = address.length * 8;
        int prefix = Integer.parseInt(block.substring(slash + 1));
        int hostBits = Integer.parseInt(bits);
        int parts = Integer.parseInt(count);
        int partPrefix = width - hostBits;
        if (prefix > width || partPrefix < prefix || parts < 1 || parts > 256) {
            throw refused(block, count, bits);
        }
        var size = BigInteger.ONE.shiftLeft(hostBits);
        if (size.multiply(BigInteger.valueOf(parts)).compareTo(BigInteger.ONE.shiftLeft(width - prefix)) > 0) {
            throw refused(block, count, bits);
        }
        var start = new BigInteger(1, address).shiftRight(width - prefix).shiftLeft(width - prefix);
        var blocks = new ArrayList<String>();
        for (int i = 0; i < parts; i++) {
            blocks.add(text(start.add(size.multiply(BigInteger.valueOf(i))), address.length) + "/" + partPrefix);
        }
        return blocks;
    }

    private static byte[] address(String literal) {
        try {
            return InetAddress.ofLiteral(literal).getAddress();
        } catch (IllegalArgumentException invalid) {
            throw ValidationError.template("Fn::Cidr: " + literal + " is not an IP address");
        }
    }

    private static String text(BigInteger number, int length) {
        byte[] significant = number.toByteArray();
        byte[] address = new byte[length];
        int copied = Math.min(significant.length, length);
        System.arraycopy(significant, significant.length - copied, address, length - copied, copied);
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RuntimeException refused(String block, String count, String bits) {
        return ValidationError.template(
                "Fn::Cidr cannot make " + count + " blocks with " + bits + " bits each out of " + block);
    }
}
