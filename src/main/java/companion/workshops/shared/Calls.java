package companion.workshops.shared;

import companion.aws.CliCommand;
import companion.aws.SdkCode;
import companion.workshop.Call;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/** Calls as the learner sees them before they are made. */
public final class Calls {
    private Calls() {}

    public static Call of(Site site, String service, SdkPojo request) {
        return of(site, service, request, Map.of());
    }

    /** @param files members of the request that the learner has as a file, to its name */
    public static Call of(Site site, String service, SdkPojo request, Map<String, String> files) {
        var operation = request.getClass().getSimpleName().replaceFirst("Request$", "");
        return new Call(
                service, operation, CliCommand.of(request, site.region(), files), SdkCode.of(request, files), null);
    }

    /** What is done with a program, and not with an AWS API. */
    public static Call local(String service, String operation, String command) {
        return new Call(service, operation, command, null, null);
    }
}
