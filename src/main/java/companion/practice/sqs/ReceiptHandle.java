package companion.practice.sqs;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * What a receive gives out for deleting the message: opaque to clients, and bound to its queue.
 *
 * @param message its id
 * @param receive which of the message's receives gave it out, from 1
 */
record ReceiptHandle(String message, int receive) {
    private static final String PREFIX = "AQEB";
    private static final int LENGTH = 16 + 4 + 8;

    String text(String queueArn) {
        var id = UUID.fromString(message);
        var bytes = ByteBuffer.allocate(LENGTH)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putInt(receive);
        bytes.putLong(seal(queueArn, bytes.array()));
        return PREFIX + Base64.getEncoder().encodeToString(bytes.array());
    }

    /** Throws SQS's refusal of a text that is no handle of that queue. */
    static ReceiptHandle parse(String text, String queueArn) {
        byte[] bytes = {};
        try {
            bytes = text.startsWith(PREFIX) ? Base64.getDecoder().decode(text.substring(PREFIX.length())) : bytes;
        } catch (IllegalArgumentException e) {
            // The one refusal below covers every text that is none.
        }
        if (bytes.length != LENGTH) {
            throw SqsFaults.handle(text);
        }
        var buffer = ByteBuffer.wrap(bytes);
        var id = new UUID(buffer.getLong(), buffer.getLong()).toString();
        var handle = new ReceiptHandle(id, buffer.getInt());
        if (buffer.getLong() != seal(queueArn, bytes)) {
            throw SqsFaults.handle(text);
        }
        return handle;
    }

    private static long seal(String queueArn, byte[] bytes) {
        var crc = new CRC32();
        crc.update(queueArn.getBytes(StandardCharsets.UTF_8));
        crc.update(bytes, 0, LENGTH - Long.BYTES);
        return crc.getValue();
    }
}
