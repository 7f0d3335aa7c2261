package companion.practice.cloudformation.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudformation.model.Parameter;

class ParameterValuesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {Type: String}                                        |      | Parameters: [P] must have values
            {Type: String, AllowedValues: [a, b]}                 | c    | Parameter 'P' must be one of AllowedValues
            {Type: String, AllowedPattern: '[a-z]+'}              | a1   | Parameter 'P' must match pattern [a-z]+
            {Type: String, MinLength: 3}                          | ab   | Parameter 'P' must contain at least 3 characters
            {Type: String, MaxLength: 1}                          | ab   | Parameter 'P' must contain at most 1 characters
            {Type: Number}                                        | ten  | Parameter 'P' must be a number
            {Type: Number, MinValue: 1}                           | 0    | Parameter 'P' must be a number not less than 1
            {Type: Number, MaxValue: 5}                           | 6    | Parameter 'P' must be a number not greater than 5
            {Type: List<Number>}                                  | 1,x  | Parameter 'P' must be a number
            {Type: String, AllowedPattern: a, ConstraintDescription: must be a.} | b | Parameter P failed to satisfy constraint: must be a.
            {Type: AWS::EC2::VPC::Id}                             | vpc-1 | Parameter validation failed: parameter value vpc-1 for parameter name P does not exist
            """)
    void whatBreaksAConstraintIsRefusedInTheWordsOfAws(String declaration, String value, String error) {
        assertThatThrownBy(() -> resolve(declaration, value, null)).hasMessageContaining(error);
    }

    @Test
    void aParameterThatTheTemplateDoesNotHaveIsRefused() {
        var given = List.of(parameter("Q", "1"), parameter("P", "1"));
        var declared = declared("{Type: String}");
        assertThatThrownBy(() -> ParameterValues.resolve(declared, given, null, (type, value) -> true))
                .hasMessageContaining("Parameters: [Q] do not exist in the template");
    }

    @Test
    void aPreviousValueStaysIfThereIsOne() {
        var declared = declared("{Type: String}");
        var given = List.of(
                Parameter.builder().parameterKey("P").usePreviousValue(true).build());
        var values = ParameterValues.resolve(declared, given, Map.of("P", "before"), (type, value) -> true);
        assertThat(values.texts()).containsEntry("P", "before");
        assertThatThrownBy(() -> ParameterValues.resolve(declared, given, null, (type, value) -> true))
                .hasMessageContaining("Cannot specify usePreviousValue as true for a parameter key not in the previous"
                        + " template");
    }

    @Test
    void noEchoValuesAreMasked() {
        assertThat(resolve("{Type: String, NoEcho: true}", "secret", null).described().getFirst().parameterValue())
                .isEqualTo("****");
    }

    @Test
    void aListThatAllowsEachOfItsValuesIsFine() {
        var values = resolve("{Type: CommaDelimitedList, AllowedValues: [a, b], AllowedPattern: '[ab]'}", "a, b", null);
        assertThat(values.get("P")).hasToString("[\"a\",\"b\"]");
    }

    private static ParameterValues resolve(
            String declaration, @Nullable String value, @Nullable Map<String, String> previous) {
        var given = value == null ? List.<Parameter>of() : List.of(parameter("P", value));
        return ParameterValues.resolve(declared(declaration), given, previous, (type, one) -> false);
    }

    private static Map<String, ParameterDeclaration> declared(String declaration) {
        var text = "Parameters: {P: " + declaration + "}\nResources: {A: {Type: 'AWS::EC2::VPC'}}";
        return Template.parse(text, type -> null).parameters();
    }

    private static Parameter parameter(String key, String value) {
        return Parameter.builder().parameterKey(key).parameterValue(value).build();
    }
}
