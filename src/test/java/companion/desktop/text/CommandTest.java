package companion.desktop.text;

import static companion.desktop.text.Command.Kind.NAME;
import static companion.desktop.text.Command.Kind.OPTION;
import static companion.desktop.text.Command.Kind.VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CommandTest {

    @Test
    void tellsWordsOptionsAndValuesApart() {
        var pieces = Command.shell(
                "aws codecommit create-repository --repository-name MyRepo \\\n    --description \"My demo\"");

        assertThat(pieces).filteredOn(piece -> piece.kind() == NAME).extracting("text")
                .containsExactly("aws", "codecommit", "create-repository");
        assertThat(pieces).filteredOn(piece -> piece.kind() == OPTION).extracting("text")
                .containsExactly("--repository-name", "--description");
        assertThat(pieces).filteredOn(piece -> piece.kind() == VALUE).extracting("text")
                .containsExactly("MyRepo", "\"My demo\"");
    }

    @Test
    void aValueOnALineOfItsOwnIsStillAValue() {
        var pieces = Command.shell("aws x --parameters \\\n        Key=a \\\n    --region us-east-1\ngit push");

        assertThat(pieces).filteredOn(piece -> piece.kind() == NAME).extracting("text")
                .containsExactly("aws", "x", "git", "push");
        assertThat(pieces).filteredOn(piece -> piece.kind() == VALUE).extracting("text")
                .containsExactly("Key=a", "us-east-1");
    }

    @Test
    void knowsTheKeysOfATemplateAtEveryDepth() {
        var pieces = Command.yaml("Resources:\n  Vpc:\n    Type: AWS::EC2::VPC\n    Tags:\n      - Key: Name");

        assertThat(pieces).filteredOn(piece -> piece.kind() == NAME).extracting(piece -> piece.text().strip())
                .containsExactly("Resources:", "Vpc:", "Type:", "Tags:", "- Key:");
    }

    @Test
    void losesNothing() {
        for (var text : new String[] {"git commit -m \"x y\"\ngit push", "a 'b' \"c", "", "  x\\\n y"}) {
            assertThat(joined(Command.java(text))).isEqualTo(text);
            assertThat(joined(Command.yaml(text))).isEqualTo(text);
            assertThat(joined(Command.shell(text))).isEqualTo(text);
        }
        assertThat(joined(Command.shell("echo \"unclosed 'quote"))).isEqualTo("echo \"unclosed 'quote");
    }

    private static String joined(java.util.List<Command.Piece> pieces) {
        return pieces.stream().map(Command.Piece::text).collect(Collectors.joining());
    }
}
