package companion.monitor.why;

import companion.monitor.why.Why.Cause;
import companion.monitor.why.Why.Field;
import companion.monitor.why.Why.Remedy;
import companion.monitor.why.Why.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a cause: the sentence for it, how it comes about, and what to do. */
record Finding(String headline, Cause cause, List<Step> next) {
    static Finding of(String headline, String cause, Step... next) {
        return of(headline, cause, null, next);
    }

    static Finding of(String headline, String cause, @Nullable Field field, Step... next) {
        return new Finding(headline, new Cause(cause, field), List.of(next));
    }

    static Step step(String text) {
        return new Step(text, "");
    }

    static Step step(String text, String operation) {
        return new Step(text, operation);
    }

    static Step step(String text, String operation, @Nullable Remedy remedy) {
        return new Step(text, operation, remedy);
    }
}
