package companion.practice.ecr;

import companion.practice.world.Blobs;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.zip.CRC32;

/**
 * A layer as it is pushed: a tar archive within gzip, whose bytes depend on the files only. There is no time in it,
 * and the gzip blocks are stored rather than deflated, because deflated bytes differ from one build of a JDK to the
 * next.
 *
 * @param bytes of the gzip file
 * @param diffId digest of the archive before gzip, which the image configuration names
 */
record LayerArchive(byte[] bytes, String digest, String diffId) {
    static final String DOCKER_LAYER = "application/vnd.docker.image.rootfs.diff.tar.gzip";
    static final String OCI_LAYER = "application/vnd.oci.image.layer.v1.tar+gzip";

    private static final int BLOCK = 512;

    /** @param mode the permissions, for example 0755 */
    record File(byte[] bytes, int mode) {}

    /** @param files by absolute path */
    static LayerArchive of(SortedMap<String, File> files) {
        var archive = tar(files);
        var zipped = gzip(archive);
        return new LayerArchive(zipped, Digests.of(zipped), "sha256:" + Blobs.sha256(archive));
    }

    static byte[] tar(SortedMap<String, File> files) {
        var out = new ByteArrayOutputStream();
        files.forEach((path, file) -> {
            var name = path.replaceFirst("^/+", "").getBytes(StandardCharsets.UTF_8);
            if (name.length > 100) {
                // GNU's way of a long name: an entry of its own that holds it.
                out.writeBytes(header("././@LongLink".getBytes(StandardCharsets.UTF_8), name.length + 1, 0, 'L'));
                pad(out, name, name.length + 1);
            }
            out.writeBytes(header(name, file.bytes().length, file.mode(), '0'));
            pad(out, file.bytes(), file.bytes().length);
        });
        out.writeBytes(new byte[2 * BLOCK]);
        return out.toByteArray();
    }

    private static byte[] header(byte[] name, int size, int mode, char type) {
        var header = ByteBuffer.allocate(BLOCK);
        header.put(0, name, 0, Math.min(100, name.length));
        octal(header, 100, 8, mode);
        octal(header, 108, 8, 0);
        octal(header, 116, 8, 0);
        octal(header, 124, 12, size);
        octal(header, 136, 12, 0);
        header.put(148, "        ".getBytes(StandardCharsets.US_ASCII));
        header.put(156, (byte) type);
        header.put(257, "ustar\00000".getBytes(StandardCharsets.US_ASCII));
        int sum = 0;
        for (byte each : header.array()) {
            sum += each & 0xff;
        }
        header.put(148, "%06o\0 ".formatted(sum).getBytes(StandardCharsets.US_ASCII));
        return header.array();
    }

    private static void octal(ByteBuffer header, int at, int width, int value) {
        var digits = ("%0" + (width - 1) + "o").formatted(value);
        header.put(at, digits.getBytes(StandardCharsets.US_ASCII));
    }

    private static void pad(ByteArrayOutputStream out, byte[] bytes, int size) {
        out.writeBytes(bytes);
        int rest = (size + BLOCK - 1) / BLOCK * BLOCK - bytes.length;
        out.writeBytes(new byte[rest]);
    }

    static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length + 64);
        out.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff});
        int at = 0;
        do {
            int length = Math.min(0xffff, bytes.length - at);
            boolean last = at + length == bytes.length;
            var head = ByteBuffer.allocate(5).order(ByteOrder.LITTLE_ENDIAN);
            head.put((byte) (last ? 1 : 0)).putShort((short) length).putShort((short) ~length);
            out.writeBytes(head.array());
            out.write(bytes, at, length);
            at += length;
        } while (at < bytes.length);
        var crc = new CRC32();
        crc.update(bytes);
        var tail = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        out.writeBytes(tail.putInt((int) crc.getValue()).putInt(bytes.length).array());
        return out.toByteArray();
    }
}
