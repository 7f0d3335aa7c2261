package companion.practice.cloudformation.template;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateRulesTest {
    private static final ResourceCatalog CATALOG =
            Map.of("AWS::EC2::VPC", Set.of("VpcId", "CidrBlock"))::get;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://example.com/t.yaml                                  | Template format error: unsupported structure.
            {"Resources": {"A": }}                                      | Template format error: JSON not well-formed. (line 1, column 21)
            'Resources: [a'                                             | Template format error: YAML not well-formed. (line 1, column 14)
            'a: &x 1\nb: *x'                                            | Template error: YAML aliases are not allowed in CloudFormation templates
            'Description: x'                                            | Template format error: At least one Resources member must be defined.
            'Foo: 1\nResources: {}'                                     | Invalid template property or properties [Foo]
            'AWSTemplateFormatVersion: "2011-01-01"\nResources: {}'     | Template format error: unsupported value for AWSTemplateFormatVersion.
            'Resources: {A-B: {Type: AWS::EC2::VPC}}'                   | Template format error: Resource name A-B is non alphanumeric.
            'Resources: {A: {Properties: {}}}'                          | Template format error: [/Resources/A] Every Resources object must contain a Type member.
            'Resources: {A: {Type: AWS::EC2::VPC, Foo: 1}}'             | Invalid template resource property 'Foo'
            'Resources: {A: {Type: AWS::EC2::VPC, Properties: {B: }}}'  | Template format error: [/Resources/A/Properties/B] 'null' values are not allowed in templates
            'Resources: {A: {Type: EC2-VPC}}'                           | Template format error: Unrecognized resource types: [EC2-VPC]
            'Resources: {A: {Type: AWS::EC2::VPC, DependsOn: B}}'       | Template format error: Unresolved resource dependencies [B] in the Resources block of the template
            'Resources: {A: {Type: AWS::EC2::VPC, Properties: {X: !Ref B}}}' | Template format error: Unresolved resource dependencies [B] in the Resources block of the template
            'Resources: {A: {Type: AWS::EC2::VPC, Properties: {X: !Sub "${B.C}"}}}' | Template format error: Unresolved resource dependencies [B] in the Resources block of the template
            'Resources: {A: {Type: AWS::EC2::VPC, Properties: {X: !GetAtt B.C}}}' | Template error: instance of Fn::GetAtt references undefined resource B
            'Resources: {A: {Type: AWS::EC2::VPC}, B: {Type: AWS::EC2::VPC, Properties: {X: !GetAtt A.Color}}}' | Template error: resource A does not support attribute type Color in Fn::GetAtt
            'Resources: {A: {Type: AWS::EC2::VPC, Properties: {X: !Foo 1}}}' | Template error: encountered unsupported function: Fn::Foo
            'Resources: {A: {Type: AWS::EC2::VPC, Condition: C}}'       | Template format error: Unresolved condition dependency C in the Resources block of the template
            'Resources: {A: {Type: AWS::EC2::VPC, Properties: {X: !If [C, 1, 2]}}}' | Template error: unresolved condition dependency C in Fn::If
            'Resources: {A: {Type: AWS::EC2::VPC, DependsOn: B}, B: {Type: AWS::EC2::VPC, Properties: {X: !Ref A}}, C: {Type: AWS::EC2::VPC, DependsOn: A}}' | Circular dependency between resources: [A, B]
            'Conditions: {C: !Equals [!Ref A, 1]}\nResources: {A: {Type: AWS::EC2::VPC}}' | Template format error: Unresolved dependencies [A]. Cannot reference resources in the Conditions block of the template
            'Outputs: {O: {Value: !Ref Q}}\nResources: {A: {Type: AWS::EC2::VPC}}' | Template format error: Unresolved resource dependencies [Q] in the Outputs block of the template
            'Outputs: {O: {Description: x}}\nResources: {A: {Type: AWS::EC2::VPC}}' | Template format error: Every Outputs member must contain a Value object
            'Parameters: {P: {Type: Text}}\nResources: {A: {Type: AWS::EC2::VPC}}' | Template format error: Unrecognized parameter type: Text
            'Parameters: {P: {Type: "AWS::SSM::Parameter::Value<String>"}}\nResources: {A: {Type: AWS::EC2::VPC}}' | no Systems Manager parameters
            'Parameters: {P: {Type: String, AllowedValues: a}}\nResources: {A: {Type: AWS::EC2::VPC}}' | Template format error: Every AllowedValues member must be a list.
            'Resources: {A: {Type: AWS::EC2::VPC, DeletionPolicy: Snapshot}}' | Template error: resource type AWS::EC2::VPC does not support deletion policy Snapshot
            """)
    void whatDoesNotFitIsRefusedInTheWordsOfAws(String template, String error) {
        assertThatThrownBy(() -> Template.parse(template, CATALOG)).hasMessageContaining(error);
    }

    @Test
    void aTypeThatIsNotKnownIsNotRefusedHere() {
        assertThatCode(() -> Template.parse("""
                        Resources:
                          A: {Type: AWS::Lambda::Function}
                          B: {Type: Custom::Thing, Properties: {X: !GetAtt A.Anything}}
                        """, CATALOG))
                .doesNotThrowAnyException();
    }
}
