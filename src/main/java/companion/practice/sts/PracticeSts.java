package companion.practice.sts;

import companion.practice.fabric.Caller;
import companion.practice.fabric.Fault;
import companion.practice.fabric.Services;
import companion.practice.world.Place;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.GetSessionTokenRequest;
import software.amazon.awssdk.services.sts.model.GetSessionTokenResponse;
import software.amazon.awssdk.services.sts.model.StsException;

/** STS: who the caller is, and temporary keys. */
public final class PracticeSts implements StsClient {
    private static final int FORBIDDEN = 403;
    private static final int SESSION_DEFAULT = 43_200;
    private static final int SESSION_LONGEST = 129_600;
    private static final int ROLE_LIMIT_DEFAULT = 3_600;

    private final Place place;
    private final Services services;
    private final AccountCredentials credentials;

    public PracticeSts(Place place, Services services, AccountCredentials credentials) {
        this.place = place;
        this.services = services;
        this.credentials = credentials;
    }

    @Override
    public GetCallerIdentityResponse getCallerIdentity(GetCallerIdentityRequest request) {
        var caller = Caller.CURRENT.get();
        return GetCallerIdentityResponse.builder()
                .account(place.account())
                .arn(caller.arn())
                .userId(caller.userId())
                .build();
    }

    @Override
    public AssumeRoleResponse assumeRole(AssumeRoleRequest request) {
        AssumeRoleRules.check(request);
        var caller = Caller.CURRENT.get();
        var role = trustedRole(request, caller);
        if (role == null) {
            throw Fault.of(
                    StsException.builder(),
                    FORBIDDEN,
                    "AccessDenied",
                    "User: " + caller.arn() + " is not authorized to perform: sts:AssumeRole on resource: "
                            + request.roleArn());
        }
        var life = AssumeRoleRules.within(
                request,
                Objects.requireNonNullElse(role.maxSessionDuration(), ROLE_LIMIT_DEFAULT),
                caller.arn().contains(":assumed-role/"));
        var session = request.roleSessionName();
        var arn = "arn:aws:sts::" + place.account() + ":assumed-role/" + role.roleName() + "/" + session;
        var userId = role.roleId() + ":" + session;
        var issued = credentials.issue(new Caller(arn, userId, null), life);
        return AssumeRoleResponse.builder()
                .credentials(wire(issued))
                .assumedRoleUser(user -> user.arn(arn).assumedRoleId(userId))
                .sourceIdentity(request.sourceIdentity())
                .build();
    }

    @Override
    public GetSessionTokenResponse getSessionToken(GetSessionTokenRequest request) {
        var life = AssumeRoleRules.seconds(request.durationSeconds(), SESSION_DEFAULT, SESSION_LONGEST);
        var caller = Caller.CURRENT.get();
        if (caller.arn().contains(":assumed-role/")) {
            throw Fault.of(
                    StsException.builder(),
                    FORBIDDEN,
                    "AccessDenied",
                    "Cannot call GetSessionToken with session credentials");
        }
        return GetSessionTokenResponse.builder()
                .credentials(wire(credentials.issue(caller, life)))
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}

    /** The role, or null if there is none or it does not trust the caller: AWS does not tell the two apart. */
    private @Nullable Role trustedRole(AssumeRoleRequest request, Caller caller) {
        var arn = request.roleArn();
        try {
            var role = services.iam()
                    .getRole(get -> get.roleName(arn.substring(arn.lastIndexOf('/') + 1)))
                    .role();
            var policy = URLDecoder.decode(role.assumeRolePolicyDocument(), StandardCharsets.UTF_8);
            var trusts = TrustPolicy.of(policy).admits(caller, place.account(), request.externalId());
            return trusts && role.arn().equals(arn) ? role : null;
        } catch (NoSuchEntityException e) {
            return null;
        }
    }

    private static Credentials wire(AccountCredentials.Issued issued) {
        return Credentials.builder()
                .accessKeyId(issued.key().accessKeyId())
                .secretAccessKey(issued.key().secretAccessKey())
                .sessionToken(issued.key().sessionToken())
                .expiration(issued.expiry())
                .build();
    }
}
