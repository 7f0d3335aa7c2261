package companion.practice.codebuild.shell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Zip archives to and from files; the same files always make the same bytes. */
public final class Zip {
    private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int LARGEST = 256 * 1024 * 1024;

    private Zip() {}

    /** @param files by their names in the archive */
    public static byte[] pack(Map<String, FileTree.File> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                var modified = LocalDateTime.ofInstant(file.getValue().modified(), ZoneOffset.UTC);
                // The local form keeps the default time zone of the machine out of the bytes.
                entry.setTimeLocal(modified.isBefore(EARLIEST) ? EARLIEST : modified);
                zip.putNextEntry(entry);
                zip.write(file.getValue().bytes());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A zip in memory could not be written", e);
        }
        return bytes.toByteArray();
    }

    /**
     * The files of an archive.
     *
     * @throws FileProblem if it is none, or leads outside of where it is unpacked
     */
    public static Map<String, FileTree.File> unpack(byte[] archive) throws FileProblem {
        var files = new LinkedHashMap<String, FileTree.File>();
        long size = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                var bytes = zip.readNBytes(LARGEST);
                size += bytes.length;
                if (size >= LARGEST) {
                    throw new FileProblem("No space left on device");
                }
                var name = FileTree.resolve("/", entry.getName()).substring(1);
                // As in a pipeline's artifacts, permissions are lost on the way: scripts need a chmod +x.
                files.put(name, new FileTree.File(bytes, false, Instant.EPOCH));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new FileProblem("zip: not a valid zip file");
        }
        if (files.isEmpty() && !(archive.length >= 4 && archive[0] == 'P' && archive[1] == 'K')) {
            throw new FileProblem("zip: not a valid zip file");
        }
        return files;
    }
}
