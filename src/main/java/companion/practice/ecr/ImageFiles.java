package companion.practice.ecr;

import companion.practice.world.Blobs;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The files that the layers of an image add up to, from the lowest layer up, whiteouts applied. */
final class ImageFiles {
    private static final String WHITEOUT = ".wh.";
    private static final String OPAQUE = ".wh..wh..opq";
    private static final int MOST_HOPS = 16;

    private sealed interface Node {}

    private record Content(String sha256) implements Node {}

    private record Link(String target) implements Node {}

    private final Blobs blobs;
    private final TreeMap<String, Node> nodes = new TreeMap<>();

    ImageFiles(Blobs blobs) {
        this.blobs = blobs;
    }

    /**
     * Lays a layer over what is there.
     *
     * @throws IOException if it is no tar archive, plain or within gzip
     */
    void add(byte[] layer) throws IOException {
        try {
            lay(layer);
        } catch (IndexOutOfBoundsException | ArithmeticException | NumberFormatException e) {
            throw new IOException("archive/tar: invalid tar header", e);
        }
    }

    private void lay(byte[] layer) throws IOException {
        var tar = new TarReader(open(layer));
        var added = new LinkedHashMap<String, Node>();
        for (var entry = tar.next(); entry != null; entry = tar.next()) {
            var path = absolute(entry.name());
            int slash = path.lastIndexOf('/');
            var folder = path.substring(0, slash + 1);
            var name = path.substring(slash + 1);
            if (name.equals(OPAQUE)) {
                removeBelow(folder);
            } else if (name.startsWith(WHITEOUT)) {
                var gone = folder + name.substring(WHITEOUT.length());
                nodes.remove(gone);
                removeBelow(gone + "/");
            } else {
                var node = node(entry, folder, added);
                if (node != null) {
                    added.put(path, node);
                }
            }
        }
        nodes.putAll(added);
    }

    /** Path to the SHA-256 of the content; a symbolic link to a file is that file. */
    Map<String, String> byPath() {
        var files = new TreeMap<String, String>();
        nodes.forEach((path, node) -> {
            var content = follow(node);
            if (content != null) {
                files.put(path, content.sha256());
            }
        });
        return files;
    }

    private @Nullable Node node(TarReader.Entry entry, String folder, Map<String, Node> added) {
        return switch (entry.type()) {
            case '0' -> new Content(blobs.put(entry.bytes()));
            case '1' -> {
                var target = absolute(entry.link());
                yield added.containsKey(target) ? added.get(target) : nodes.get(target);
            }
            case '2' -> new Link(entry.link().startsWith("/") ? entry.link() : absolute(folder + entry.link()));
            default -> null;
        };
    }

    private @Nullable Content follow(Node node) {
        @Nullable Node at = node;
        for (int hops = 0; hops < MOST_HOPS; hops++) {
            switch (at) {
                case Content content -> {
                    return content;
                }
                case Link link -> at = nodes.get(link.target());
                case null -> {
                    return null;
                }
            }
        }
        return null;
    }

    private void removeBelow(String folder) {
        nodes.subMap(folder, folder + Character.MAX_VALUE).clear();
    }

    private static InputStream open(byte[] layer) throws IOException {
        if (startsWith(layer, 0x28, 0xb5, 0x2f, 0xfd)) {
            throw new IOException("the practice cloud reads layers in gzip or plain tar, not in zstd");
        }
        boolean zipped = startsWith(layer, 0x1f, 0x8b);
        var in = new ByteArrayInputStream(layer);
        return zipped ? new BufferedInputStream(new GZIPInputStream(in)) : in;
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** With one slash in front, none at the end, and no dots. */
    private static String absolute(String name) {
        var path = new StringBuilder();
        for (var part : name.split("/")) {
            if (part.equals("..")) {
                path.setLength(Math.max(0, path.lastIndexOf("/")));
            } else if (!part.isEmpty() && !part.equals(".")) {
                path.append('/').append(part);
            }
        }
        return path.isEmpty() ? "/" : path.toString();
    }
}
