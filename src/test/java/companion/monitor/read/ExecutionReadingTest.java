package companion.monitor.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExecutionReadingTest {
    @Test
    void aCommitThroughAConnectionTellsItsMessageWhateverIsInIt() {
        assertThat(ExecutionReading.message(
                        "{\"ProviderType\":\"GitHub\",\"CommitMessage\":\"Gr\\u00fc\\u00dfe\\taus C:\\\\new \\/ \\\"x\\\"\\nmore\"}"))
                .isEqualTo("Gr\u00fc\u00dfe\taus C:\\new / \"x\"\nmore");
    }

    @Test
    void aLongMessageThatWasCutTellsWhatThereIsOfIt() {
        var text = "a long message ".repeat(2_000);
        assertThat(ExecutionReading.message("{\"ProviderType\":\"GitHub\",\"CommitMessage\":\"" + text + "\\u00")).isEqualTo(text);
    }

    @Test
    void aMessageThatIsNoJsonStaysAsItIs() {
        assertThat(ExecutionReading.message("{braces} in a message")).isEqualTo("{braces} in a message");
    }
}
