package companion.monitor.watch.schedule;

import companion.aws.AwsErrors;
import companion.monitor.snapshot.ReleaseSnapshot.Unread;
import software.amazon.awssdk.core.exception.SdkException;

/** What could not be read, in words that fit a line. */
public final class Refusals {
    private static final int LONGEST = 300;

    private Refusals() {}

    /** @param part what was to be read */
    public static Unread unread(String part, SdkException error) {
        return new Unread(part, AwsErrors.code(error), brief(AwsErrors.message(error)));
    }

    /** Without the list of all places where the SDK looked for credentials. */
    static String brief(String message) {
        int chain = message.indexOf(" AwsCredentialsProviderChain(");
        var text = chain < 0 ? message : message.substring(0, chain) + ".";
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
