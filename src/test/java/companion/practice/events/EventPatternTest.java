package companion.practice.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.eventbridge.model.InvalidEventPatternException;

class EventPatternTest {
    private static final String EVENT =
            """
            {"source":"aws.codecommit","detail-type":"CodeCommit Repository State Change",
             "resources":["arn:aws:codecommit:us-east-1:123456789012:MyRepo"],
             "detail":{"event":"referenceUpdated","referenceType":"branch","referenceName":"master","count":5}}""";

    @Test
    void theRuleOfAWorkshopPipelineTakesAPushToItsBranch() throws Exception {
        var pattern = EventPattern.parse(
                """
                {"source":["aws.codecommit"],"resources":["arn:aws:codecommit:us-east-1:123456789012:MyRepo"],
                 "detail":{"event":["referenceCreated","referenceUpdated"],"referenceName":["master"]}}""");
        assertThat(pattern.matches(event())).isTrue();
    }

    @Test
    void aRuleForAnotherBranchDoesNotTakeIt() throws Exception {
        assertThat(EventPattern.parse("{\"detail\":{\"referenceName\":[\"main\"]}}").matches(event())).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"detail":{"referenceName":[{"prefix":"mas"}]}}              | true
                    {"detail":{"referenceName":[{"suffix":"ter"}]}}              | true
                    {"detail":{"referenceName":[{"wildcard":"m*t*r"}]}}          | true
                    {"detail":{"referenceName":[{"wildcard":"m*x"}]}}            | false
                    {"detail":{"referenceName":[{"equals-ignore-case":"MASTER"}]}} | true
                    {"detail":{"referenceName":[{"anything-but":["main"]}]}}     | true
                    {"detail":{"referenceName":[{"anything-but":"master"}]}}     | false
                    {"detail":{"missing":[{"exists":false}]}}                    | true
                    {"detail":{"event":[{"exists":false}]}}                      | false
                    {"detail":{"count":[{"numeric":[">",1,"<=",5]}]}}            | true
                    {"detail":{"count":[{"numeric":["<",5]}]}}                   | false
                    {"$or":[{"source":["other"]},{"detail":{"count":[5]}}]}      | true
                    """)
    void operatorsMatchAsEventBridgeDefinesThem(String pattern, boolean expected) throws Exception {
        assertThat(EventPattern.parse(pattern).matches(event())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [1]               | Filter is not an object
            {}                | Empty objects are not allowed
            {"source":"aws"}  | "source" must be an object or an array
            {"source":[]}     | Empty arrays are not allowed
            """)
    void aPatternThatCannotMatchIsRefusedWithItsReason(String pattern, String reason) {
        assertThatThrownBy(() -> EventPattern.parse(pattern))
                .isInstanceOf(InvalidEventPatternException.class)
                .hasMessageContaining("Event pattern is not valid. Reason: " + reason);
    }

    private static JsonNode event() throws Exception {
        return new ObjectMapper().readTree(EVENT);
    }
}
