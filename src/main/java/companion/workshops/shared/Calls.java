package companion.workshops.shared;

import companion.aws.CliCommand;
import companion.aws.CloudFormationResource;
import companion.aws.SdkCode;
import companion.workshop.Call;
import java.util.ArrayList;
import java.util.List;
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
                service,
                operation,
                CliCommand.of(request, site.region(), files),
                SdkCode.of(request, files),
                CloudFormationResource.of(List.of(request)).orElse(null));
    }

    /** The calls that make one resource together; in a template it is one. */
    public static List<Call> resource(Site site, String service, List<? extends SdkPojo> requests) {
        var calls = new ArrayList<Call>();
        for (var request : requests) {
            var call = of(site, service, request);
            var resource = calls.isEmpty() ? CloudFormationResource.of(requests).orElse(null) : null;
            calls.add(new Call(call.service(), call.operation(), call.cli(), call.sdk(), resource));
        }
        return calls;
    }

    /** The call that makes a stack, which is its template already. */
    public static Call stack(Site site, String service, SdkPojo request, Template template) {
        var call = of(site, service, request, Map.of("TemplateBody", template.file()));
        return new Call(call.service(), call.operation(), call.cli(), call.sdk(), template.body().stripTrailing());
    }

    /** What is done with a program, and not with an AWS API. */
    public static Call local(String service, String operation, String command) {
        return new Call(service, operation, command, null, null);
    }
}
