package companion.practice.wire;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkClient;

/** What is behind the front door. Thread-safe. */
@FunctionalInterface
public interface Directory {

    /**
     * The room of a service in a region: it implements the SDK's client interface. Null if there is no such service.
     */
    @Nullable SdkClient room(AwsService service, String region);
}
