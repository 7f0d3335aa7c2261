package companion.practice.cloudformation.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudformation.model.Parameter;

class EvaluatorTest {
    private static final String TEMPLATE =
            """
            Parameters:
              Name: {Type: String, Default: web}
              Zones: {Type: CommaDelimitedList, Default: 'a, b,c'}
              Stage: {Type: String, Default: prod}
            Mappings:
              Sizes: {prod: {count: 3, cidr: 10.0.0.0/22}, dev: {count: 1}}
            Conditions:
              IsProd: !Equals [!Ref Stage, prod]
              IsNotProd: !Not [!Condition IsProd]
              Both: !And [!Condition IsProd, !Equals [!Ref Name, web]]
              Either: !Or [!Condition IsNotProd, !Condition Both]
            Resources:
              Vpc: {Type: AWS::EC2::VPC}
              Optional: {Type: AWS::EC2::VPC, Condition: IsNotProd}
              Value:
                Type: AWS::EC2::VPC
                Properties:
                  V: %s
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            !Ref Name                                          | "web"
            {Ref: Zones}                                       | ["a","b","c"]
            !Ref AWS::Region                                   | "us-east-1"
            !Ref AWS::AccountId                                | "123456789012"
            !Ref Vpc                                           | "ref-of-Vpc"
            !GetAtt Vpc.Outer.Inner                            | "Vpc:Outer.Inner"
            !GetAtt [Vpc, CidrBlock]                           | "Vpc:CidrBlock"
            {"Fn::GetAtt": [Vpc, !Ref Name]}                   | "Vpc:web"
            !Sub "${Name}-${Vpc}-${Vpc.Id}-${!Literal}-${AWS::Partition}" | "web-ref-of-Vpc-Vpc:Id-${Literal}-aws"
            !Sub ["${A}/${Name}", {A: !Select [1, !Ref Zones]}] | "b/web"
            !Join ["-", [x, !Ref Name, 3]]                     | "x-web-3"
            !Join [",", !Ref Zones]                            | "a,b,c"
            !Select ["2", !Split [";", "p;q;r"]]               | "r"
            !GetAZs ""                                         | ["us-east-1a","us-east-1b"]
            !Select [0, !GetAZs {Ref: "AWS::Region"}]          | "us-east-1a"
            !ImportValue prod:Vpc                              | "exported prod:Vpc"
            {"Fn::ImportValue": !Sub "${Stage}:Vpc"}           | "exported prod:Vpc"
            !FindInMap [Sizes, !Ref Stage, count]              | 3
            !If [IsProd, big, small]                           | "big"
            !If [IsNotProd, big, !Ref AWS::NoValue]            |
            {a: !If [IsProd, !Ref AWS::NoValue, 1], b: 2}      | {"b":2}
            [1, !Ref AWS::NoValue, 2]                          | [1,2]
            !If [Both, yes, no]                                | "yes"
            !If [Either, 1, 2]                                 | 1
            !Base64 hello                                      | "aGVsbG8="
            "Fn::Base64": !Sub "${Name}"                       | "d2Vi"
            !Cidr [!FindInMap [Sizes, prod, cidr], 3, 8]       | ["10.0.0.0/24","10.0.1.0/24","10.0.2.0/24"]
            !Select [1, !Cidr ["2001:db8::/56", 2, 64]]        | "2001:db8:0:1:0:0:0:0/64"
            012345678901                                       | "012345678901"
            2012-10-17                                         | "2012-10-17"
            true                                               | true
            """)
    void functionsHaveTheirValue(String written, String expected) {
        var value = evaluate(TEMPLATE.formatted(written.startsWith("\"Fn::") ? "{" + written + "}" : written));
        assertThat(value == null ? null : value.toString()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            !Select [7, !Ref Zones]            | Template error: Fn::Select cannot select nonexistent value at index 7
            !FindInMap [Sizes, test, count]    | Template error: Unable to get mapping for Sizes::test::count
            !FindInMap [Nope, a, b]            | Template error: Mapping named 'Nope' is not present
            !Join ["-", a]                     | Template error: every Fn::Join object requires two parameters
            "{{resolve:ssm:/my/name}}"         | Dynamic references are not supported by the practice cloud
            !Cidr [10.0.0.0/24, 4, 8]          | Fn::Cidr cannot make 4 blocks
            """)
    void whatHasNoValueIsAnError(String written, String error) {
        assertThatThrownBy(() -> evaluate(TEMPLATE.formatted(written))).hasMessageContaining(error);
    }

    @Test
    void aResourceThatConditionsLeaveOutCannotBeReferredTo() {
        assertThatThrownBy(() -> evaluate(TEMPLATE.formatted("!Ref Optional"))).hasMessageContaining(
                "Unresolved resource dependencies [Optional] in the Resources block of the template");
    }

    @Test
    void dependenciesAreThoseOfTheBranchesTaken() {
        var template = prepare(TEMPLATE.formatted("!If [IsProd, !Sub '${Vpc}', !Ref Optional]"));
        assertThat(template.resources()).containsOnlyKeys("Vpc", "Value");
        assertThat(template.dependencies().get("Value")).containsExactly("Vpc");
    }

    @Test
    void jsonTemplatesAreReadToo() {
        var template = prepare("""
                {"Resources": {"A": {"Type": "AWS::EC2::VPC"},
                 "B": {"Type": "AWS::EC2::VPC", "Properties": {"V": {"Fn::Sub": "${A}"}}}}}""");
        assertThat(template.dependencies().get("B")).containsExactly("A");
    }

    private static JsonNode evaluate(String text) {
        var template = prepare(text);
        var properties = template.resources().get("Value").properties();
        return new Evaluator(template, new Fixed()).evaluate(properties).get("V");
    }

    private static PreparedTemplate prepare(String text) {
        var template = Template.parse(text, type -> null);
        var values = ParameterValues.resolve(template.parameters(), List.<Parameter>of(), null, (type, value) -> true);
        return new PreparedTemplate(
                template, values, new PseudoParameters("123456789012", "us-east-1", "s", "arn:s", List.of()));
    }

    private static final class Fixed implements Surroundings {
        @Override
        public JsonNode ref(String logicalId) {
            return TextNode.valueOf("ref-of-" + logicalId);
        }

        @Override
        public JsonNode attribute(String logicalId, String attribute) {
            return TextNode.valueOf(logicalId + ":" + attribute);
        }

        @Override
        public String exported(String name) {
            return "exported " + name;
        }

        @Override
        public List<String> availabilityZones(String region) {
            return List.of("us-east-1a", "us-east-1b");
        }
    }
}
