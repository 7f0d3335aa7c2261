package companion.practice.codebuild.shell;

/** Something that a command name means. */
@FunctionalInterface
public interface Program {

    /**
     * Runs it to its end.
     *
     * @return the exit status, 0 to 255
     */
    int run(Call call);
}
