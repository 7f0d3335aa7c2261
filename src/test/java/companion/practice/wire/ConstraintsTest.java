package companion.practice.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;

class ConstraintsTest {

    @ParameterizedTest
    @EnumSource(names = {"CLOUDFORMATION", "CODEBUILD", "CODEPIPELINE", "ELB", "EVENTS", "IAM", "LOGS", "STS"})
    void everyConstrainedMemberIsOneOfTheSdksModel(AwsService service) throws Exception {
        var strange = new ArrayList<String>();
        for (var line : lines(service)) {
            var words = line.split(" ");
            var request = Class.forName(service.modelPackage() + Operations.className(words[0]) + "Request");
            Stream.of(words).skip(1).map(Constraint::parse).forEach(constraint -> {
                SdkPojo model = builder(request);
                for (var step : constraint.path()) {
                    var field = model.sdkFields().stream()
                            .filter(f -> f.memberName().equals(step.replace("[]", "")))
                            .findFirst();
                    if (field.isEmpty()) {
                        strange.add(words[0] + " " + constraint.path());
                        return;
                    }
                    var element = element(field.get());
                    if (element.marshallingType() == MarshallingType.SDK_POJO) {
                        model = element.constructor().get();
                    }
                }
            });
        }
        assertThat(strange).isEmpty();
    }

    private static String[] lines(AwsService service) throws IOException {
        var name = "/companion/practice/wire/constraints/" + service.name().toLowerCase(Locale.ROOT) + ".txt";
        try (var in = ConstraintsTest.class.getResourceAsStream(name)) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toArray(String[]::new);
        }
    }

    private static SdkField<?> element(SdkField<?> field) {
        var element = field;
        while (element.marshallingType() == MarshallingType.LIST) {
            element = element.getTrait(ListTrait.class).memberFieldInfo();
        }
        return element;
    }

    private static SdkPojo builder(Class<?> request) {
        try {
            return (SdkPojo) request.getMethod("builder").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
