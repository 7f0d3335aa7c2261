package companion.practice.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Bytes kept under their SHA-256: image layers, artifacts, large request bodies. Blobs are never changed and never deleted,
 * so the journal may name them. Thread-safe.
 */
public interface Blobs {

    /** Keeps the bytes and gives their lower-case hexadecimal SHA-256. */
    String put(byte[] bytes);

    /**
     * The bytes kept under a SHA-256.
     *
     * @throws IllegalArgumentException if there are none
     */
    byte[] get(String sha256);

    boolean has(String sha256);

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    static Blobs inMemory() {
        return new InMemory(new ConcurrentHashMap<>());
    }

    static Blobs inFolder(Path folder) {
        return new InFolder(folder);
    }

    /** For a cloud that is forgotten when it stops. */
    record InMemory(Map<String, byte[]> kept) implements Blobs {
        @Override
        public String put(byte[] bytes) {
            var key = sha256(bytes);
            kept.putIfAbsent(key, bytes);
            return key;
        }

        @Override
        public byte[] get(String sha256) {
            var bytes = kept.get(sha256);
            if (bytes == null) {
                throw new IllegalArgumentException("No blob " + sha256);
            }
            return bytes;
        }

        @Override
        public boolean has(String sha256) {
            return kept.containsKey(sha256);
        }
    }

    /** One file per blob; a file appears whole or not at all, so a crash leaves no half blob. */
    record InFolder(Path folder) implements Blobs {
        @Override
        public String put(byte[] bytes) {
            var key = sha256(bytes);
            var target = file(key);
            if (Files.exists(target)) {
                return key;
            }
            try {
                Files.createDirectories(target.getParent());
                var draft = Files.createTempFile(target.getParent(), "draft", "");
                Files.write(draft, bytes);
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException e) {
                return key;
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot keep a blob in " + folder, e);
            }
            return key;
        }

        @Override
        public byte[] get(String sha256) {
            try {
                return Files.readAllBytes(file(sha256));
            } catch (IOException e) {
                throw new IllegalArgumentException("No blob " + sha256, e);
            }
        }

        @Override
        public boolean has(String sha256) {
            return Files.exists(file(sha256));
        }

        private Path file(String key) {
            if (!key.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("Not a SHA-256: " + key);
            }
            return folder.resolve(key.substring(0, 2)).resolve(key);
        }
    }
}
