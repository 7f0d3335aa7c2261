package companion.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.services.codepipeline.model.PutApprovalResultRequest;

/** The members of a request that are set, by the names of AWS's own model. */
final class RequestFields {
    static final String MASK = "****";
    private static final Set<String> SECRET = Set.of(
            "password",
            "oldpassword",
            "newpassword",
            "secret",
            "clientsecret",
            "secretstring",
            "secretbinary",
            "secrettoken",
            "oauthtoken",
            "authtoken",
            "sessiontoken",
            "secretaccesskey",
            "privatekey",
            "authorizationtoken",
            "token");

    private RequestFields() {}

    /** @param name the member as AWS's model names it: {@code repositoryName}, {@code StackName} */
    record Member(String name, Object value) {}

    /** The set members in the order of the model; what is secret is masked. */
    static List<Member> of(SdkPojo pojo) {
        var members = new ArrayList<Member>();
        for (var field : pojo.sdkFields()) {
            var value = field.getValueOrDefault(pojo);
            if (value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap)) {
                members.add(new Member(field.memberName(), isMasked(pojo, field.memberName()) ? MASK : value));
            }
        }
        return members;
    }

    /** The token of an approval only says which wait is answered, and the command is of no use without it. */
    private static boolean isMasked(SdkPojo pojo, String member) {
        return isSecret(member) && !(pojo instanceof PutApprovalResultRequest);
    }

    static boolean isSecret(String member) {
        return SECRET.contains(member.toLowerCase(Locale.ROOT));
    }

    /** A value of a map that a request holds: the configuration of a pipeline's action has secrets among its keys. */
    static Object shown(String key, Object value) {
        return isSecret(key) ? MASK : value;
    }

    /** What a request is about, in a few words: the first short text in it. */
    static String subject(SdkPojo request) {
        for (var member : of(request)) {
            if (member.value() instanceof String text && text.length() <= 120 && !text.equals(MASK)) {
                return text;
            }
            if (member.value() instanceof List<?> list && !list.isEmpty() && list.getFirst() instanceof String text) {
                return text;
            }
        }
        return "";
    }
}
