package companion.workshop;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every resource that a workshop ever made, in a file that only grows: one line per change of state, on the disk
 * before the call it speaks of is made. A line that was cut off by a crash is left out, for its call was never made.
 * Thread-safe; one process at a time holds it.
 */
final class Ledger implements AutoCloseable {
    private final FileChannel file;
    private final Map<String, LedgerEntry> entries = new LinkedHashMap<>();

    private Ledger(FileChannel file) {
        this.file = file;
    }

    /** @throws IOException also if another process holds it, with a sentence for the learner */
    static Ledger open(Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        var file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (file.tryLock() == null) {
                throw new OverlappingFileLockException();
            }
        } catch (OverlappingFileLockException e) {
            file.close();
            throw new IOException(
                    "Another Workshop Companion is going through this workshop with " + path.getParent()
                            + ". Close it, or choose another folder with --workspace.",
                    e);
        }
        var ledger = new Ledger(file);
        ledger.read();
        return ledger;
    }

    private void read() throws IOException {
        var bytes = ByteBuffer.allocate(Math.toIntExact(file.size()));
        while (bytes.hasRemaining() && file.read(bytes) >= 0) {
            // Reads on until the whole file is there.
        }
        var text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        int whole = text.lastIndexOf('\n') + 1;
        text.substring(0, whole).lines().forEach(line -> parse(line).ifPresent(this::keep));
        file.truncate(text.substring(0, whole).getBytes(StandardCharsets.UTF_8).length);
        file.position(file.size());
    }

    /** As they stand, in the order of creation. */
    synchronized List<LedgerEntry> entries() {
        return List.copyOf(entries.values());
    }

    synchronized Optional<LedgerEntry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    synchronized void write(List<LedgerEntry> changed) throws IOException {
        if (changed.isEmpty()) {
            return;
        }
        var lines = new StringBuilder();
        changed.forEach(entry -> lines.append(format(entry)).append('\n'));
        var bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        file.force(false);
        changed.forEach(this::keep);
    }

    /**
     * Takes down what a step was seen to have made.
     *
     * @return whether any of it was new
     */
    synchronized boolean found(String stageId, Step step, Instant at) throws IOException {
        var found = step.creates().stream()
                .filter(resource -> find(resource.id())
                        .filter(entry -> entry.state() == LedgerEntry.State.LIVE)
                        .isEmpty())
                .map(resource -> resource.entry(stageId, LedgerEntry.State.LIVE, at))
                .toList();
        write(found);
        return !found.isEmpty();
    }

    private void keep(LedgerEntry entry) {
        var known = entries.get(entry.id());
        if (known != null && !known.mayExist() && entry.mayExist()) {
            entries.remove(entry.id());
        }
        entries.put(entry.id(), entry);
    }

    private static String format(LedgerEntry entry) {
        return String.join(
                "\t",
                List.of(
                        entry.since().toString(),
                        entry.state().name(),
                        escape(entry.id()),
                        escape(entry.type()),
                        escape(entry.name()),
                        escape(entry.stage()),
                        Integer.toString(entry.group()),
                        escape(entry.removedWith()),
                        entry.hourlyCost().toPlainString(),
                        entry.heldUpBy() == null ? "" : escape(entry.heldUpBy())));
    }

    private static Optional<LedgerEntry> parse(String line) {
        var fields = new ArrayList<String>();
        for (var field : line.split("\t", -1)) {
            fields.add(unescape(field));
        }
        if (fields.size() != 10) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LedgerEntry(
                    fields.get(2),
                    fields.get(3),
                    fields.get(4),
                    fields.get(5),
                    Integer.parseInt(fields.get(6)),
                    fields.get(7),
                    new BigDecimal(fields.get(8)),
                    LedgerEntry.State.valueOf(fields.get(1)),
                    Instant.parse(fields.get(0)),
                    fields.get(9).isEmpty() ? null : fields.get(9)));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String unescape(String text) {
        return text.indexOf('\\') < 0 ? text : text.translateEscapes();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
