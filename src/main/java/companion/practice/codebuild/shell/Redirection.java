package companion.practice.codebuild.shell;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** The streams of a command after its redirections; closing it puts what was written into the files. */
final class Redirection implements AutoCloseable {
    private final ShellState state;
    private final FileTree files;
    private final Expander expander;
    private final List<FileOutput> opened = new ArrayList<>();
    private Streams streams;

    /** Output that becomes a file when the command is over, so that a long loop does not copy the file at each line. */
    private static final class FileOutput implements Output {
        private final String path;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        private FileOutput(String path) {
            this.path = path;
        }

        @Override
        public void write(byte[] more) {
            bytes.writeBytes(more);
        }
    }

    private Redirection(ShellState state, FileTree files, Expander expander, Streams streams) {
        this.state = state;
        this.files = files;
        this.expander = expander;
        this.streams = streams;
    }

    /** @throws FileProblem whose reason names the file, if one cannot be opened */
    static Redirection open(
            List<Node.Redirect> redirects, ShellState state, FileTree files, Expander expander, Streams streams)
            throws FileProblem {
        var redirection = new Redirection(state, files, expander, streams);
        for (var redirect : redirects) {
            redirection.apply(redirect);
        }
        return redirection;
    }

    Streams streams() {
        return streams;
    }

    @Override
    public void close() {
        for (var output : opened) {
            try {
                files.append(output.path, output.bytes.toByteArray());
            } catch (FileProblem e) {
                streams.err().println(output.path + ": " + e.reason());
            }
        }
    }

    private void apply(Node.Redirect redirect) throws FileProblem {
        int fd = redirect.fd();
        switch (redirect.operator()) {
            case "<" -> streams = streams.withIn(input(expander.text(redirect.target())));
            case "<<<" -> streams = streams.withIn(Input.of(expander.text(redirect.target()) + "\n"));
            case "<<", "<<-" ->
                streams = streams.withIn(
                        Input.of(redirect.document() == null ? "" : expander.text(redirect.document().body)));
            case ">", ">|" -> set(fd, output(expander.text(redirect.target()), false));
            case ">>" -> set(fd, output(expander.text(redirect.target()), true));
            case "&>", "&>>" ->
                setBoth(output(
                        expander.text(redirect.target()), redirect.operator().equals("&>>")));
            case ">&" -> duplicate(fd, expander.text(redirect.target()));
            default -> {
                // Duplicating an input changes nothing here: there is but one.
            }
        }
    }

    private void duplicate(int fd, String target) throws FileProblem {
        switch (target) {
            case "1" -> set(fd, streams.out());
            case "2" -> set(fd, streams.err());
            case "-" -> set(fd, Output.NOWHERE);
            default -> {
                if (fd >= 0 || state.dialect == Dialect.DASH) {
                    throw new FileProblem(target + ": Bad file descriptor");
                }
                setBoth(output(target, false));
            }
        }
    }

    private void setBoth(Output output) {
        streams = streams.withOut(output).withErr(output);
    }

    private void set(int fd, Output output) {
        if (fd == 2) {
            streams = streams.withErr(output);
        } else if (fd < 0 || fd == 1) {
            streams = streams.withOut(output);
        }
    }

    private Input input(String target) throws FileProblem {
        if (target.equals("/dev/null")) {
            return Input.empty();
        }
        if (target.equals("/dev/stdin")) {
            return streams.in();
        }
        try {
            return Input.of(files.read(FileTree.resolve(state.directory, target)));
        } catch (FileProblem e) {
            throw new FileProblem(
                    state.dialect == Dialect.DASH
                            ? "cannot open " + target + ": "
                                    + e.reason().replace("No such file or directory", "No such file")
                            : target + ": " + e.reason());
        }
    }

    private Output output(String target, boolean append) throws FileProblem {
        switch (target) {
            case "/dev/null":
                return Output.NOWHERE;
            case "/dev/stdout":
                return streams.out();
            case "/dev/stderr":
                return streams.err();
            default:
        }
        var path = FileTree.resolve(state.directory, target);
        try {
            if (!append || !files.exists(path)) {
                files.write(path, new byte[0]);
            } else {
                files.read(path);
            }
        } catch (FileProblem e) {
            throw new FileProblem(
                    state.dialect == Dialect.DASH
                            ? "cannot create " + target + ": "
                                    + e.reason().replace("No such file or directory", "Directory nonexistent")
                            : target + ": " + e.reason());
        }
        var output = new FileOutput(path);
        opened.add(output);
        return output;
    }
}
