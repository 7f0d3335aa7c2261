package companion.desktop.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Splits code into pieces to be coloured: enough for a shell command, a Java request and a template. */
public final class Command {
    private static final Pattern SHELL =
            Pattern.compile("(?<string>\"[^\"]*\"|'[^']*')|(?<option>(?<=\\s)--?[A-Za-z][\\w-]*)"
                    + "|(?<word>[^\\s\"']+)|(?<gap>\\s+)|[\"']");
    private static final Pattern JAVA = Pattern.compile(
            "(?<string>\"[^\"]*\")|(?<type>\\b[A-Z]\\w*\\b)|(?<call>\\b[a-z]\\w*(?=\\())|(?<rest>\\w+|\\s+|.)");
    private static final Pattern YAML = Pattern.compile(
            "(?m)(?<key>^[ -]*[\\w:]+:(?=\\s|$))|(?<string>\"[^\"]*\"|'[^']*')|(?<fn>![A-Z]\\w*)|(?<rest>\\w+|[^\\S\\n]+|\\n|.)");

    private Command() {}

    /** What a piece is, which decides its colour. */
    public enum Kind {
        NAME,
        OPTION,
        VALUE,
        PLAIN
    }

    public record Piece(Kind kind, String text) {}

    /** {@code aws codecommit create-repository --repository-name MyRepo}: the program's words, options, values. */
    public static List<Piece> shell(String command) {
        var pieces = new ArrayList<Piece>();
        var matcher = SHELL.matcher(command);
        boolean naming = true;
        boolean valueNext = false;
        boolean goesOn = false;
        while (matcher.find()) {
            var text = matcher.group();
            if (matcher.group("gap") != null) {
                add(pieces, Kind.PLAIN, text);
                naming = naming || text.contains("\n") && !goesOn;
            } else if (matcher.group("option") != null) {
                add(pieces, Kind.OPTION, text);
                naming = false;
                valueNext = true;
            } else if (text.equals("\\")) {
                add(pieces, Kind.PLAIN, text);
                goesOn = true;
                continue;
            } else {
                boolean value = valueNext || matcher.group("string") != null;
                add(pieces, naming ? Kind.NAME : value ? Kind.VALUE : Kind.PLAIN, text);
                valueNext = valueNext && naming;
            }
            goesOn = false;
        }
        return pieces;
    }

    /** A request as SDK for Java code. */
    public static List<Piece> java(String code) {
        var pieces = new ArrayList<Piece>();
        var matcher = JAVA.matcher(code);
        while (matcher.find()) {
            var kind = matcher.group("string") != null
                    ? Kind.VALUE
                    : matcher.group("type") != null || matcher.group("call") != null ? Kind.NAME : Kind.PLAIN;
            add(pieces, kind, matcher.group());
        }
        return pieces;
    }

    /** A template snippet. */
    public static List<Piece> yaml(String code) {
        var pieces = new ArrayList<Piece>();
        var matcher = YAML.matcher(code);
        while (matcher.find()) {
            var kind = matcher.group("key") != null
                    ? Kind.NAME
                    : matcher.group("string") != null || matcher.group("fn") != null ? Kind.VALUE : Kind.PLAIN;
            add(pieces, kind, matcher.group());
        }
        return pieces;
    }

    private static void add(List<Piece> pieces, Kind kind, String text) {
        if (!pieces.isEmpty() && pieces.getLast().kind() == kind) {
            pieces.set(pieces.size() - 1, new Piece(kind, pieces.getLast().text() + text));
        } else {
            pieces.add(new Piece(kind, text));
        }
    }
}
