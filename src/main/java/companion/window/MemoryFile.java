package companion.window;

import companion.desktop.context.AppContext.Memory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** What the window remembers, as a properties file. A window that forgets still works, so trouble with it is only logged. */
final class MemoryFile implements Memory {
    private static final System.Logger LOG = System.getLogger(MemoryFile.class.getName());

    private final Path file;

    MemoryFile(Path file) {
        this.file = file;
    }

    @Override
    public synchronized Map<String, String> read() {
        var properties = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LOG.log(System.Logger.Level.WARNING, "What the window remembers cannot be read: " + file, e);
            }
        }
        var values = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }

    @Override
    public synchronized void write(Map<String, String> values) {
        var properties = new Properties();
        properties.putAll(read());
        properties.putAll(values);
        try {
            Files.createDirectories(file.getParent());
            var next = file.resolveSibling(file.getFileName() + ".new");
            try (var writer = Files.newBufferedWriter(next)) {
                properties.store(writer, null);
            }
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "What the window remembers cannot be kept: " + file, e);
        }
    }
}
