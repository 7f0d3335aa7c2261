package companion.practice.ecr;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tar archive: ustar, with GNU's long names and the extended headers of POSIX, as image builders write them.
 */
final class TarReader {
    private static final int BLOCK = 512;

    /**
     * One entry.
     *
     * @param type as in the archive: {@code 0} a file, {@code 1} a hard link, {@code 2} a symbolic link, {@code 5} a
     * folder
     * @param link where a link points to, otherwise empty
     */
    record Entry(String name, char type, String link, byte[] bytes) {}

    private final InputStream in;

    TarReader(InputStream in) {
        this.in = in;
    }

    /** The next entry, or null after the last one. */
    @Nullable Entry next() throws IOException {
        Map<String, String> extended = new HashMap<>();
        while (true) {
            var header = in.readNBytes(BLOCK);
            if (header.length < BLOCK || header[0] == 0) {
                return null;
            }
            char type = header[156] == 0 ? '0' : (char) header[156];
            long size = extended.containsKey("size") ? Long.parseLong(extended.get("size")) : number(header, 124, 12);
            var bytes = content(size);
            switch (type) {
                case 'L' -> extended.put("path", text(bytes, 0, bytes.length));
                case 'K' -> extended.put("linkpath", text(bytes, 0, bytes.length));
                case 'x' -> extended.putAll(records(bytes));
                case 'g' -> {}
                default -> {
                    var name = extended.getOrDefault("path", name(header));
                    var link = extended.getOrDefault("linkpath", text(header, 157, 100));
                    return new Entry(name, type == '7' ? '0' : type, link, bytes);
                }
            }
        }
    }

    private byte[] content(long size) throws IOException {
        var bytes = in.readNBytes(Math.toIntExact(size));
        if (bytes.length < size) {
            throw new EOFException("The archive ends within an entry");
        }
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        return bytes;
    }

    private static String name(byte[] header) {
        var name = text(header, 0, 100);
        boolean posix = text(header, 257, 6).equals("ustar");
        var prefix = posix ? text(header, 345, 155) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    /** Lines of {@code <length> <key>=<value>\n}, where the length, in bytes, counts the whole line. */
    private static Map<String, String> records(byte[] bytes) {
        var records = new HashMap<String, String>();
        int at = 0;
        while (at < bytes.length) {
            int space = at;
            while (bytes[space] != ' ') {
                space++;
            }
            int length = Integer.parseInt(text(bytes, at, space - at));
            var line = new String(bytes, space + 1, at + length - space - 2, StandardCharsets.UTF_8);
            int equals = line.indexOf('=');
            records.put(line.substring(0, equals), line.substring(equals + 1));
            at += length;
        }
        return records;
    }

    private static String text(byte[] bytes, int from, int length) {
        int end = from;
        while (end < from + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    /** Octal digits, or GNU's binary form for what is too large for them. */
    private static long number(byte[] bytes, int from, int length) {
        if ((bytes[from] & 0x80) != 0) {
            long value = bytes[from] & 0x7f;
            for (int i = from + 1; i < from + length; i++) {
                value = value << 8 | bytes[i] & 0xff;
            }
            return value;
        }
        var digits = text(bytes, from, length).strip();
        return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    }
}
