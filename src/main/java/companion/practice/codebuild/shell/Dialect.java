package companion.practice.codebuild.shell;

/**
 * Which shell {@code sh} is. Amazon Linux images have bash there; Ubuntu images have dash, which lacks bash's
 * extensions and
 * words its errors differently.
 */
public enum Dialect {
    BASH,
    DASH;

    /** How this shell begins a message about a line of a script. */
    String at(String script, int line) {
        return this == BASH ? script + ": line " + line + ": " : script + ": " + line + ": ";
    }
}
