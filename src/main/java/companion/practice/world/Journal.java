package companion.practice.world;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The commands that the practice cloud accepted, each with its virtual time, in order. One record is
 * {@code length, CRC-32, payload}; a record that a crash cut short is dropped when the journal is opened.
 *
 * <p>A record is handed to the operating system before its command is applied, which is what surviving the end of this
 * process takes; surviving the end of the machine would take a sync per record, and a practice account is not worth that.
 */
final class Journal implements Closeable {

    /** @param at the virtual time at which the command was accepted */
    record Record(Instant at, Command command) {}

    private static final String NAME = "journal";
    private static final int BLOB_FROM = 64 * 1024;
    private static final String BLOB_FIELD = "\u0000blob";

    private final @Nullable FileChannel file;
    private final @Nullable FileLock lock;
    private final Blobs blobs;
    private final List<Record> found;
    private final @Nullable Path setAside;

    private Journal(
            @Nullable FileChannel file,
            @Nullable FileLock lock,
            Blobs blobs,
            List<Record> found,
            @Nullable Path setAside) {
        this.file = file;
        this.lock = lock;
        this.blobs = blobs;
        this.found = found;
        this.setAside = setAside;
    }

    /** A journal that keeps nothing. */
    static Journal forgetful() {
        return new Journal(null, null, Blobs.inMemory(), List.of(), null);
    }

    /**
     * Opens the journal of a folder, or begins one. One that cannot be gone on with is set aside under another name, and a new
     * one begins.
     *
     * @param readable whether a journal that begins like this can be replayed
     * @throws StateInUseException if another practice cloud has it open
     */
    static Journal open(Path folder, Blobs blobs, Predicate<Record> readable) {
        try {
            Files.createDirectories(folder);
            var journal = open(folder, blobs, (Path) null);
            if (journal.found.isEmpty() || readable.test(journal.found.getFirst())) {
                return journal;
            }
            journal.close();
            // The blobs stay where they are: they are kept under what they hold, for any journal that names them.
            return open(folder, blobs, Files.move(folder.resolve(NAME), free(folder)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the journal in " + folder, e);
        }
    }

    private static Journal open(Path folder, Blobs blobs, @Nullable Path setAside) throws IOException {
        var file = FileChannel.open(
                folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = file.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            file.close();
            throw new StateInUseException(folder);
        }
        return new Journal(file, lock, blobs, readAll(file, blobs), setAside);
    }

    private static Path free(Path folder) {
        int number = 1;
        while (Files.exists(folder.resolve(NAME + ".earlier-" + number))) {
            number++;
        }
        return folder.resolve(NAME + ".earlier-" + number);
    }

    /** What was there when it was opened. */
    List<Record> found() {
        return found;
    }

    /** Where the journal lies that was there and could not be gone on with; null if there was none. */
    @Nullable Path setAside() {
        return setAside;
    }

    void append(Record entry) {
        if (file == null) {
            return;
        }
        try {
            var payload = encode(entry);
            var crc = new CRC32();
            crc.update(payload);
            var buffer = ByteBuffer.allocate(8 + payload.length);
            buffer.putInt(payload.length).putInt((int) crc.getValue()).put(payload).flip();
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to the journal", e);
        }
    }

    @Override
    public void close() {
        try {
            if (lock != null) {
                lock.release();
            }
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the journal", e);
        }
    }

    private static List<Record> readAll(FileChannel file, Blobs blobs) throws IOException {
        var records = new ArrayList<Record>();
        var bytes = ByteBuffer.allocate(Math.toIntExact(file.size()));
        while (bytes.hasRemaining() && file.read(bytes) >= 0) {
            // Until the whole file is in.
        }
        bytes.flip();
        int good = 0;
        while (bytes.remaining() >= 8) {
            int length = bytes.getInt();
            int expected = bytes.getInt();
            if (length < 0 || length > bytes.remaining()) {
                break;
            }
            var payload = new byte[length];
            bytes.get(payload);
            var crc = new CRC32();
            crc.update(payload);
            if ((int) crc.getValue() != expected) {
                break;
            }
            records.add(decode(payload, blobs));
            good = bytes.position();
        }
        file.truncate(good);
        file.position(good);
        return List.copyOf(records);
    }

    private byte[] encode(Record entry) throws IOException {
        var command = entry.command();
        var fields = new HashMap<>(command.fields());
        var body = command.body();
        if (body.length >= BLOB_FROM) {
            fields.put(BLOB_FIELD, blobs.put(body));
            body = new byte[0];
        }
        var bytes = new ByteArrayOutputStream(128 + body.length);
        var out = new DataOutputStream(bytes);
        out.writeLong(entry.at().getEpochSecond());
        out.writeInt(entry.at().getNano());
        out.writeUTF(command.kind());
        out.writeInt(fields.size());
        for (var field : fields.entrySet()) {
            out.writeUTF(field.getKey());
            out.writeUTF(field.getValue());
        }
        out.writeInt(body.length);
        out.write(body);
        return bytes.toByteArray();
    }

    private static Record decode(byte[] payload, Blobs blobs) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(payload));
        var at = Instant.ofEpochSecond(in.readLong(), in.readInt());
        var kind = in.readUTF();
        var fields = new HashMap<String, String>();
        for (int left = in.readInt(); left > 0; left--) {
            fields.put(in.readUTF(), in.readUTF());
        }
        var body = in.readNBytes(in.readInt());
        var blob = fields.remove(BLOB_FIELD);
        return new Record(at, new Command(kind, fields, blob == null ? body : blobs.get(blob)));
    }
}
