package companion.monitor.why;

import companion.monitor.snapshot.BuildSnapshot.Buildspec.Revision;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a release failed: the evidence of all services, joined.
 *
 * @param headline what failed, in one sentence of plain words
 * @param about where, when and with which of AWS's codes: {@code Build failed in phase BUILD after 2 s with …}
 * @param failed the command, hook, task or target that failed first; null if AWS names none
 * @param log the lines around the one that failed; empty without a log
 * @param cause the likely cause; null if none is known
 * @param next what to do, the first thing first
 * @param evidence what the services said of it, in their own words, oldest first
 * @param ruledOut what was checked and is not the cause
 */
public record Why(
        Kind kind,
        String headline,
        String about,
        @Nullable Failed failed,
        List<LogLine> log,
        @Nullable Cause cause,
        List<Step> next,
        List<Evidence> evidence,
        List<String> ruledOut) {
    public Why {
        log = List.copyOf(log);
        next = List.copyOf(next);
        evidence = List.copyOf(evidence);
        ruledOut = List.copyOf(ruledOut);
    }

    public enum Kind {
        FAILED,
        /** It went back to what ran before, even where the action says that it succeeded. */
        ROLLED_BACK,
        /** It succeeded, but only because health was looked at after the traffic had moved. */
        TRAP
    }

    /**
     * @param what for example {@code docker build -t app .}
     * @param how for example {@code exit status 1}
     * @param source where it is written; null if that is not known
     */
    public record Failed(String what, String how, @Nullable Source source) {
        public Failed(String what, String how) {
            this(what, how, null);
        }

        /** The same, written there. */
        Failed in(Source place) {
            return new Failed(what, how, place);
        }
    }

    /**
     * @param line from 1
     * @param revision of the file; null if it is none of a repository
     */
    public record Source(String file, int line, @Nullable Revision revision) {}

    /** @param number from 1, in the whole log */
    public record LogLine(int number, Instant at, String text, boolean failed) {}

    /**
     * @param text in plain words; parts in backquotes are code
     * @param field the setting that is wrong, with what was expected and found; null if it is not a setting
     */
    public record Cause(String text, @Nullable Field field) {}

    public record Field(String name, String expected, String found) {}

    /**
     * @param operation the call that does it, as AWS names it; empty if it is no call
     * @param remedy the change that does it, where it is known to the last value; null if somebody has to decide
     */
    public record Step(String text, String operation, @Nullable Remedy remedy) {
        public Step(String text, String operation) {
            this(text, operation, null);
        }
    }

    /** A change of a setting that mends a cause. */
    public sealed interface Remedy {
        /** The build project's containers run in privileged mode, where CodeBuild starts a Docker daemon. */
        record PrivilegedMode(String project) implements Remedy {}

        /** From the next deployment on the traffic of a deployment group moves by another configuration. */
        record DeploymentConfiguration(String application, String group, String configuration) implements Remedy {}
    }

    /** @param source CodePipeline, CodeBuild, CodeDeploy, ECS, Elastic Load Balancing */
    public record Evidence(String source, @Nullable Instant at, String text) {}
}
