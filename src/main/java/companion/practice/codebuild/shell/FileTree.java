package companion.practice.codebuild.shell;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The files of a build container, in memory. Paths are absolute; {@link #resolve} makes them so. */
public final class FileTree {
    private static final long LIMIT = 512L * 1024 * 1024;

    /** What is at a path. */
    public sealed interface Entry {
        Instant modified();
    }

    public record Directory(Instant modified) implements Entry {}

    /** The bytes are never changed in place. */
    public record File(byte[] bytes, boolean executable, Instant modified) implements Entry {}

    private final NavigableMap<String, Entry> entries = new TreeMap<>();
    private final Supplier<Instant> now;
    private long size;

    public FileTree(Supplier<Instant> now) {
        this.now = now;
        entries.put("/", new Directory(now.get()));
    }

    /** An absolute path without {@code .} and {@code ..} for one as it is typed in a directory. */
    public static String resolve(String directory, String path) {
        var parts = new ArrayList<String>();
        for (var part : (path.startsWith("/") ? path : directory + "/" + path).split("/")) {
            if (part.equals("..")) {
                if (!parts.isEmpty()) {
                    parts.removeLast();
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return "/" + String.join("/", parts);
    }

    public static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    public static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public @Nullable Entry find(String path) {
        return entries.get(path);
    }

    public boolean isFile(String path) {
        return entries.get(path) instanceof File;
    }

    public boolean isDirectory(String path) {
        return entries.get(path) instanceof Directory;
    }

    public boolean exists(String path) {
        return entries.containsKey(path);
    }

    public byte[] read(String path) throws FileProblem {
        return switch (entries.get(path)) {
            case File file -> file.bytes();
            case Directory directory -> throw new FileProblem("Is a directory");
            case null -> throw new FileProblem(missing(path));
        };
    }

    public String readText(String path) throws FileProblem {
        return new String(read(path), StandardCharsets.UTF_8);
    }

    /** Puts a file into a directory that is there already; keeps whether it is executable. */
    public void write(String path, byte[] bytes) throws FileProblem {
        requireDirectory(parent(path));
        var old = entries.get(path);
        if (old instanceof Directory) {
            throw new FileProblem("Is a directory");
        }
        put(path, new File(bytes, old instanceof File file && file.executable(), now.get()));
    }

    /** Puts a file, with the directories above it. */
    public void install(String path, byte[] bytes, boolean executable) throws FileProblem {
        makeDirectories(parent(path));
        put(path, new File(bytes, executable, now.get()));
    }

    public void append(String path, byte[] more) throws FileProblem {
        var old = exists(path) ? read(path) : new byte[0];
        var both = Arrays.copyOf(old, old.length + more.length);
        System.arraycopy(more, 0, both, old.length, more.length);
        write(path, both);
    }

    public void setExecutable(String path, boolean executable) throws FileProblem {
        if (entries.get(path) instanceof File file) {
            entries.put(path, new File(file.bytes(), executable, file.modified()));
        } else if (!exists(path)) {
            throw new FileProblem(missing(path));
        }
    }

    /** Sets the time of a change to now, making an empty file if there is nothing. */
    public void touch(String path) throws FileProblem {
        if (entries.get(path) instanceof Directory) {
            entries.put(path, new Directory(now.get()));
        } else {
            write(path, exists(path) ? read(path) : new byte[0]);
        }
    }

    public void makeDirectory(String path) throws FileProblem {
        requireDirectory(parent(path));
        if (exists(path)) {
            throw new FileProblem("File exists");
        }
        entries.put(path, new Directory(now.get()));
    }

    public void makeDirectories(String path) throws FileProblem {
        if (isDirectory(path)) {
            return;
        }
        if (exists(path)) {
            throw new FileProblem("Not a directory");
        }
        makeDirectories(parent(path));
        entries.put(path, new Directory(now.get()));
    }

    /** Removes a file, or a directory with all that is in it. */
    public void delete(String path) {
        for (var inside : under(path)) {
            drop(inside);
        }
        if (!path.equals("/")) {
            drop(path);
        }
    }

    /** Names in a directory, sorted. */
    public List<String> list(String directory) {
        var prefix = prefix(directory);
        var names = new ArrayList<String>();
        for (var path : entries.tailMap(prefix, false).keySet()) {
            if (!path.startsWith(prefix)) {
                break;
            }
            if (path.indexOf('/', prefix.length()) < 0) {
                names.add(path.substring(prefix.length()));
            }
        }
        return names;
    }

    /** All paths below a directory, sorted. */
    public List<String> under(String directory) {
        var prefix = prefix(directory);
        var paths = new ArrayList<String>();
        for (var path : entries.tailMap(prefix, false).keySet()) {
            if (!path.startsWith(prefix)) {
                break;
            }
            paths.add(path);
        }
        return paths;
    }

    /** Copies a file, or a directory with all that is in it, to exactly that path. */
    public void copy(String from, String to) throws FileProblem {
        switch (entries.get(from)) {
            case File file -> {
                write(to, file.bytes());
                setExecutable(to, file.executable());
            }
            case Directory directory -> {
                makeDirectories(to);
                for (var name : list(from)) {
                    copy(prefix(from) + name, prefix(to) + name);
                }
            }
            case null -> throw new FileProblem(missing(from));
        }
    }

    private static String prefix(String directory) {
        return directory.equals("/") ? "/" : directory + "/";
    }

    private String missing(String path) {
        for (var above = parent(path); !above.equals("/"); above = parent(above)) {
            if (isFile(above)) {
                return "Not a directory";
            }
        }
        return "No such file or directory";
    }

    private void requireDirectory(String path) throws FileProblem {
        if (!isDirectory(path)) {
            throw new FileProblem(isFile(path) ? "Not a directory" : missing(path));
        }
    }

    private void put(String path, File file) throws FileProblem {
        long old = entries.get(path) instanceof File before ? before.bytes().length : 0;
        if (size - old + file.bytes().length > LIMIT) {
            throw new FileProblem("No space left on device");
        }
        size += file.bytes().length - old;
        entries.put(path, file);
    }

    private void drop(String path) {
        if (entries.remove(path) instanceof File file) {
            size -= file.bytes().length;
        }
    }
}
