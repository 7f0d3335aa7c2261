package companion.practice.codebuild.shell;

/** What the parser sees of a script. */
sealed interface Token {
    int line();

    record Text(Word word, int line) implements Token {}

    /** @param symbol such as {@code &&}, {@code >>} or a newline @param fd the digits before a redirection, or -1 */
    record Operator(String symbol, int fd, int line) implements Token {}

    record End(int line) implements Token {}
}
