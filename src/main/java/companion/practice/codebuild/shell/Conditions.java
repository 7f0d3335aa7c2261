package companion.practice.codebuild.shell;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The tests of {@code test}, {@code [} and {@code [[}. */
final class Conditions {
    private static final Set<String> BINARY =
            Set.of("=", "==", "!=", "<", ">", "-eq", "-ne", "-lt", "-le", "-gt", "-ge", "-nt", "-ot", "-ef");

    /** What {@code test} says of an expression that it cannot read; status 2. */
    static final class BadTest extends RuntimeException {
        private static final long serialVersionUID = 1;

        BadTest(String message) {
            super(message, null, false, false);
        }
    }

    private final ShellState state;
    private final FileTree files;

    Conditions(ShellState state, FileTree files) {
        this.state = state;
        this.files = files;
    }

    /** The arguments of {@code test}. */
    boolean test(List<String> arguments) {
        return either(arguments);
    }

    private boolean either(List<String> words) {
        int or = words.size() > 3 ? words.lastIndexOf("-o") : -1;
        return or > 0 ? either(words.subList(0, or)) || both(words.subList(or + 1, words.size())) : both(words);
    }

    private boolean both(List<String> words) {
        int and = words.size() > 3 ? words.lastIndexOf("-a") : -1;
        return and > 0 ? both(words.subList(0, and)) && single(words.subList(and + 1, words.size())) : single(words);
    }

    private boolean single(List<String> words) {
        return switch (words.size()) {
            case 0 -> false;
            case 1 -> !words.getFirst().isEmpty();
            case 2 ->
                words.getFirst().equals("!") ? !single(words.subList(1, 2)) : unary(words.getFirst(), words.get(1));
            default -> {
                if (words.size() == 3 && BINARY.contains(words.get(1))) {
                    yield binary(words.getFirst(), words.get(1), words.get(2));
                }
                if (words.getFirst().equals("!")) {
                    yield !either(words.subList(1, words.size()));
                }
                if (words.getFirst().equals("(") && words.getLast().equals(")")) {
                    yield either(words.subList(1, words.size() - 1));
                }
                throw new BadTest(
                        state.dialect == Dialect.DASH
                                ? words.get(1) + ": unexpected operator"
                                : words.size() == 3
                                        ? words.get(1) + ": binary operator expected"
                                        : "too many arguments");
            }
        };
    }

    boolean unary(String operator, String operand) {
        var path = FileTree.resolve(state.directory, operand);
        return switch (operator) {
            case "-n" -> !operand.isEmpty();
            case "-z" -> operand.isEmpty();
            case "-e", "-a", "-r", "-w" -> !operand.isEmpty() && files.exists(path) || operand.equals("/dev/null");
            case "-f" -> !operand.isEmpty() && files.isFile(path);
            case "-d" -> !operand.isEmpty() && files.isDirectory(path);
            case "-s" -> files.find(path) instanceof FileTree.File file && file.bytes().length > 0;
            case "-x" -> files.isDirectory(path) || files.find(path) instanceof FileTree.File file && file.executable();
            case "-v" -> state.value(operand) != null;
            // There are no links, sockets, pipes, devices or terminals in a build container's file tree.
            case "-L", "-h", "-S", "-p", "-b", "-c", "-t" -> false;
            default -> throw new BadTest(operator + ": unary operator expected");
        };
    }

    boolean binary(String left, String operator, String right) {
        return switch (operator) {
            case "=" -> left.equals(right);
            case "==" -> {
                if (state.dialect == Dialect.DASH) {
                    throw new BadTest("==: unexpected operator");
                }
                yield left.equals(right);
            }
            case "!=" -> !left.equals(right);
            case "<" -> left.compareTo(right) < 0;
            case ">" -> left.compareTo(right) > 0;
            case "-nt" -> modified(left).isAfter(modified(right));
            case "-ot" -> modified(left).isBefore(modified(right));
            case "-ef" -> FileTree.resolve(state.directory, left).equals(FileTree.resolve(state.directory, right));
            default -> compare(Long.compare(number(left), number(right)), operator);
        };
    }

    private static boolean compare(int order, String operator) {
        return switch (operator) {
            case "-eq" -> order == 0;
            case "-ne" -> order != 0;
            case "-lt" -> order < 0;
            case "-le" -> order <= 0;
            case "-gt" -> order > 0;
            default -> order >= 0;
        };
    }

    private long number(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new BadTest(
                    state.dialect == Dialect.DASH ? "Illegal number: " + text : text + ": integer expression expected");
        }
    }

    private Instant modified(String path) {
        var entry = files.find(FileTree.resolve(state.directory, path));
        return entry == null ? Instant.MIN : entry.modified();
    }
}
