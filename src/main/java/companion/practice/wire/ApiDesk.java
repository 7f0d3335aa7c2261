package companion.practice.wire;

import companion.practice.wire.shape.MalformedShapeException;
import companion.practice.wire.signing.RefusedSignatureException;
import companion.practice.wire.signing.Signature;
import companion.practice.wire.signing.Verifier;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Answers one API request from its bytes to its bytes: who, what, may it, do it, say it. Thread-safe. */
final class ApiDesk {
    private static final System.Logger LOG = System.getLogger(ApiDesk.class.getName());
    /** Services that AWS speaks to in REST and XML; all others without an action in the request are JSON ones. */
    private static final Set<String> XML_SERVICES = Set.of("route53", "cloudfront", "s3", "s3express", "s3-outposts");

    private static final String SDK_SERVICES = "software.amazon.awssdk.services.";
    private static final String ROOMS = "companion.practice.";

    private final Verifier verifier;
    private final Operations operations;
    private final Constraints constraints = new Constraints();
    private final Dispatcher dispatcher;
    private final Map<Dialect, Protocol> protocols;

    ApiDesk(Verifier verifier, Operations operations, Dispatcher dispatcher, Map<Dialect, Protocol> protocols) {
        this.verifier = verifier;
        this.operations = operations;
        this.dispatcher = dispatcher;
        this.protocols = new EnumMap<>(protocols);
    }

    WireResponse answer(WireRequest request) {
        var requestId = requestId();
        Signature signature;
        try {
            signature = Signature.of(request.envelope());
        } catch (RefusedSignatureException e) {
            var dialect = guess(request);
            return protocol(dialect).error(null, request, SignatureErrors.of(dialect, e), requestId);
        }
        var service = AwsService.signedAs(signature.service());
        var dialect = service == null ? guessOtherService(request, signature.service()) : dialect(service, request);
        ApiError error;
        try {
            var admitted = verifier.verify(request.envelope(), signature, request.body());
            if (service != null) {
                return answer(service, signature.region(), request, admitted, requestId);
            }
            error = noSuchService(signature.service());
        } catch (RefusedSignatureException e) {
            error = SignatureErrors.of(dialect, e);
        }
        return protocol(dialect).error(service, request, error, requestId);
    }

    /** The answer to a request that is too large to be read. */
    WireResponse tooLarge(WireRequest request, long limit) {
        var dialect = guess(request);
        var error = dialect == Dialect.S3
                ? new ApiError(400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size")
                : new ApiError(413, "RequestEntityTooLarge", "Request must be smaller than " + limit + " bytes");
        return protocol(dialect).error(null, request, error, requestId());
    }

    private WireResponse answer(
            AwsService service, String region, WireRequest request, Verifier.Admitted admitted, String requestId) {
        var protocol = protocol(dialect(service, request));
        ApiError error;
        try {
            var name = protocol.operation(service, request);
            var operation = switch (operations.find(service, region, name)) {
                case Operations.Found.Offered offered -> offered.operation();
                case Operations.Found.NotOffered _ -> throw new RefusedException(protocol.notOffered(service, name));
                case Operations.Found.Unknown _ -> throw new RefusedException(protocol.unknown(service, name));
            };
            var call = protocol.call(operation, region, request, admitted.payload());
            constraints.check(call);
            return protocol.reply(call, dispatcher.perform(call, admitted.key().caller()), requestId);
        } catch (RefusedException e) {
            error = e.error();
        } catch (MalformedShapeException e) {
            error = protocol.malformed(e);
        } catch (AwsServiceException e) {
            error = ApiError.of(e);
        } catch (Exception e) {
            error = unexpected(service, protocol, e);
        }
        return protocol.error(service, request, error, requestId);
    }

    private static ApiError unexpected(AwsService service, Protocol protocol, Exception e) {
        if (e instanceof UnsupportedOperationException && e.getStackTrace().length > 0) {
            var thrower = e.getStackTrace()[0];
            // The default methods of the SDK's interfaces throw this, when one room asks another for what it does not have.
            if (thrower.getClassName().startsWith(SDK_SERVICES)) {
                LOG.log(System.Logger.Level.WARNING, "A room needed an operation that another room does not have", e);
                return protocol.notOffered(service, thrower.getMethodName());
            }
            // And rooms say in a sentence of their own which variant of an operation they do not have.
            if (thrower.getClassName().startsWith(ROOMS) && e.getMessage() != null) {
                var notOffered = protocol.notOffered(service, "");
                return new ApiError(notOffered.status(), notOffered.code(), e.getMessage());
            }
        }
        LOG.log(System.Logger.Level.ERROR, "A call failed inside the practice cloud", e);
        return new ApiError(
                500,
                service == AwsService.S3 ? "InternalError" : "InternalFailure",
                "The practice cloud failed to handle the request: this is a defect of it, not of yours.");
    }

    private static ApiError noSuchService(String name) {
        return new ApiError(
                400,
                "UnknownOperationException",
                "The practice cloud does not offer the service " + name
                        + ". AWS has it: it works against a real account.");
    }

    /** What a request looks like that does not say, or not rightly, for which service it is. */
    private static Dialect guess(WireRequest request) {
        if (request.header(JsonProtocol.TARGET) != null) {
            return Dialect.JSON;
        }
        if (FormParameters.value(request, "Action").isEmpty()) {
            return Dialect.S3;
        }
        return FormParameters.value(request, "Version").equals(AwsService.EC2.version()) ? Dialect.EC2 : Dialect.QUERY;
    }

    private static Dialect dialect(AwsService service, WireRequest request) {
        return service == AwsService.SQS && SqsQueryProtocol.isSpokenBy(request) ? Dialect.SQS_QUERY : service.dialect();
    }

    /** Services with REST interfaces, other than S3, answer in JSON. */
    private static Dialect guessOtherService(WireRequest request, String service) {
        var dialect = guess(request);
        return dialect == Dialect.S3 && !XML_SERVICES.contains(service) ? Dialect.JSON : dialect;
    }

    private Protocol protocol(Dialect dialect) {
        var protocol = protocols.get(dialect);
        if (protocol == null) {
            throw new IllegalStateException("Nothing speaks " + dialect);
        }
        return protocol;
    }

    private static String requestId() {
        var random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
