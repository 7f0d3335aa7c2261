package companion.aws;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Records each SDK call in the trace. */
final class TraceInterceptor implements ExecutionInterceptor {
    private static final ExecutionAttribute<CallTrace.Start> START = new ExecutionAttribute<>("companion.call");

    private final CallTrace trace;
    private final String region;

    TraceInterceptor(CallTrace trace, String region) {
        this.trace = trace;
        this.region = region;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        var request = context.request();
        attributes.putAttribute(
                START,
                trace.start(
                        AwsService.of(request.getClass()).title(),
                        attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME),
                        RequestFields.subject(request),
                        CliCommand.of(request, region)));
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        var start = attributes.getAttribute(START);
        trace.end(start, context.httpResponse().statusCode(), null, false, start.summary());
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        var start = attributes.getAttribute(START);
        if (start != null) {
            var error = context.exception();
            int status = error instanceof AwsServiceException service ? service.statusCode() : 0;
            trace.end(start, status, AwsErrors.code(error), Absence.isExpected(error), AwsErrors.firstLine(error));
        }
    }
}
