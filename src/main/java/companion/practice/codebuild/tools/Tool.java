package companion.practice.codebuild.tools;

import companion.practice.codebuild.shell.Call;
import companion.practice.codebuild.shell.FileProblem;
import companion.practice.codebuild.shell.Program;

/** A program that may stop with one message, printed behind its name as GNU's tools do. */
@FunctionalInterface
interface Tool {
    int run(Call call) throws ToolException, FileProblem;

    /** The program, which ends with a status of its own when it stops. */
    default Program failingWith(int status) {
        return call -> {
            try {
                return run(call);
            } catch (ToolException e) {
                call.fail(e.reason());
                return e.status() == 0 ? status : e.status();
            } catch (FileProblem e) {
                call.fail(e.reason());
                return status;
            }
        };
    }
}
