package companion.practice.wire;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * The checksums that a client may send with a body, in Base64. Source: "Checking object integrity" of the S3 user
 * guide.
 */
enum S3Checksums {
    MD5("Content-MD5"),
    CRC32("x-amz-checksum-crc32"),
    CRC32C("x-amz-checksum-crc32c"),
    CRC64NVME("x-amz-checksum-crc64nvme"),
    SHA1("x-amz-checksum-sha1"),
    SHA256("x-amz-checksum-sha256");

    /** The polynomial of the NVM Express base specification, bits reflected. */
    private static final long NVME = 0x9a6c9329ac4bc9b5L;

    private final String header;

    S3Checksums(String header) {
        this.header = header;
    }

    String header() {
        return header;
    }

    String of(byte[] body) {
        return Base64.getEncoder().encodeToString(switch (this) {
            case MD5 -> digest("MD5", body);
            case SHA1 -> digest("SHA-1", body);
            case SHA256 -> digest("SHA-256", body);
            case CRC32 -> crc(new CRC32(), body);
            case CRC32C -> crc(new CRC32C(), body);
            case CRC64NVME -> ByteBuffer.allocate(Long.BYTES).putLong(crc64(body)).array();
        });
    }

    private static byte[] crc(Checksum checksum, byte[] body) {
        checksum.update(body);
        return ByteBuffer.allocate(Integer.BYTES).putInt((int) checksum.getValue()).array();
    }

    private static long crc64(byte[] body) {
        var table = new long[256];
        for (int i = 0; i < table.length; i++) {
            long value = i;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                value = (value & 1) == 0 ? value >>> 1 : value >>> 1 ^ NVME;
            }
            table[i] = value;
        }
        long crc = -1;
        for (byte b : body) {
            crc = table[(int) (crc ^ b) & 0xff] ^ crc >>> Byte.SIZE;
        }
        return ~crc;
    }

    private static byte[] digest(String algorithm, byte[] body) {
        try {
            return MessageDigest.getInstance(algorithm).digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has " + algorithm, e);
        }
    }
}
