package companion.practice.events;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** Whether an address is in a block such as {@code 10.0.0.0/24} or {@code 2001:db8::/32}. Never asks a name server. */
final class Cidr {
    private Cidr() {}

    static boolean isBlock(String text) {
        int slash = text.indexOf('/');
        var address = slash < 0 ? null : address(text.substring(0, slash));
        return address != null
                && text.substring(slash + 1).matches("\\d{1,3}")
                && Integer.parseInt(text.substring(slash + 1)) <= address.length * Byte.SIZE;
    }

    static boolean contains(String block, String text) {
        var address = address(text);
        int slash = block.indexOf('/');
        var base = address(block.substring(0, slash));
        if (address == null || base == null || address.length != base.length) {
            return false;
        }
        int bits = Integer.parseInt(block.substring(slash + 1));
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if ((address[bit / Byte.SIZE] & mask) != (base[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static byte @Nullable [] address(String text) {
        try {
            return InetAddress.ofLiteral(text).getAddress();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
