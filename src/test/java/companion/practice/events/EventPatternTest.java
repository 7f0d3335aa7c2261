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
             "detail":{"event":"referenceUpdated","referenceType":"branch","referenceName":"master","count":5,"ip":"10.0.0.7",
                       "path":"a*b","none":null,"containers":[{"name":"web","exit":1},{"name":"log","exit":0}]}}""";

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
                    {"detail":{"count":[5.0]}}                                   | true
                    {"detail":{"none":[null]}}                                   | true
                    {"detail":{"lost":{"below":[{"exists":false}]}}}             | true
                    {"detail":{"lost":{"below":[{"exists":true}]}}}              | false
                    {"detail":{"referenceName":[{"prefix":{"equals-ignore-case":"MA"}}]}} | true
                    {"detail":{"referenceName":[{"anything-but":{"prefix":"ma"}}]}} | false
                    {"detail":{"referenceName":[{"anything-but":{"suffix":["x","y"]}}]}} | true
                    {"detail":{"referenceName":[{"anything-but":{"wildcard":"*ster"}}]}} | false
                    {"detail":{"missing":[{"anything-but":"x"}]}}                | false
                    {"detail":{"path":[{"wildcard":"a\\\\*b"}]}}                 | true
                    {"detail":{"ip":[{"cidr":"10.0.0.0/24"}]}}                   | true
                    {"detail":{"ip":[{"cidr":"10.0.1.0/24"}]}}                   | false
                    {"resources":[{"suffix":":MyRepo"}]}                         | true
                    {"detail":{"containers":{"name":["log"],"exit":[0]}}}        | true
                    {"detail":{"containers":{"name":["log"],"exit":[1]}}}        | false
                    {"detail":{"$or":[{"event":["x"]},{"referenceType":["branch"]}]}} | true
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
            {"source":[{"starts":"a"}]}        | Unrecognized match type starts
            {"source":[{"prefix":1}]}          | prefix match pattern must be a string
            {"source":[{"wildcard":"a**"}]}    | Consecutive wildcard characters at pos 1
            {"source":[{"exists":"yes"}]}      | exists match pattern must be either true or false.
            {"source":[{"numeric":["~",1]}]}   | Unrecognized numeric range operator: ~
            {"source":[{"numeric":[">"]}]}     | Bad numeric range
            {"source":[{"cidr":"10.0.0.0"}]}   | Malformed CIDR, one '/' required
            {"source":[{"anything-but":[]}]}   | Empty arrays are not allowed
            {"source":[{"prefix":"a","suffix":"b"}]} | Only one key allowed in match expression
            {"source":[["a"]]}                 | Match value must be String, number, true, false, or null
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
