package companion.aws;

import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Stops a call that would change something before it leaves the machine. */
final class ReadOnlyInterceptor implements ExecutionInterceptor {
    private static final Pattern READS = Pattern.compile("(Get|List|Describe|BatchGet|Head|Filter|Simulate)[A-Z].*");

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        var operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        if (!READS.matcher(operation).matches()) {
            throw SdkClientException.create("This connection is read-only, and " + operation + " changes something.");
        }
    }
}
