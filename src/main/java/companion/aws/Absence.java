package companion.aws;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Asking for something that may not be there: AWS's "not found" becomes an empty answer, and the trace says that the
 * error was expected.
 */
public final class Absence {
    private static final ScopedValue<Predicate<Throwable>> EXPECTED = ScopedValue.newInstance();

    private Absence() {}

    /**
     * @param notFound the error that means it is not there
     * @return what the call answered, or empty
     */
    public static <T> Optional<T> unless(Class<? extends AwsServiceException> notFound, Supplier<T> call) {
        return unless(notFound::isInstance, call);
    }

    /** @param notFound tells the error that means it is not there; any other is thrown */
    public static <T> Optional<T> unless(Predicate<Throwable> notFound, Supplier<T> call) {
        try {
            return Optional.of(ScopedValue.where(EXPECTED, notFound).call(call::get));
        } catch (AwsServiceException e) {
            if (notFound.test(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Where AWS uses one exception for many errors: the code, and a part of the message. */
    public static Predicate<Throwable> code(String code, String part) {
        return error ->
                code.equals(AwsErrors.code(error)) && AwsErrors.message(error).contains(part);
    }

    static boolean isExpected(@Nullable Throwable error) {
        return error != null && EXPECTED.isBound() && EXPECTED.get().test(error);
    }
}
