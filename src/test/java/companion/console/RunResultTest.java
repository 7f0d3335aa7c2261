package companion.console;

import static org.assertj.core.api.Assertions.assertThat;

import companion.workshops.shared.Page;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunResultTest {
    @Test
    void theDocumentHasThePagesTheStagesAndWhatIsLeft() {
        var result = new RunResult("blue-green");
        result.before("http://127.0.0.1:80", new Page(200, "<h1>Executing v1 on AWS Fargate</h1>"));
        result.after(new Page(200, "<h1>Executing v2 on AWS Fargate. Courtesy of Code Suite!</h1>"));
        result.cleanUp(true, Duration.ofMillis(1500));
        result.remaining(List.of());

        assertThat(result.json().toString().replace('"', '\'')).isEqualTo("""
                {'workshop':'blue-green','externalUrl':'http://127.0.0.1:80',\
                'stages':[{'id':'clean-up','status':'done','seconds':1.5}],\
                'pages':{'before':'<h1>Executing v1 on AWS Fargate</h1>',\
                'after':'<h1>Executing v2 on AWS Fargate. Courtesy of Code Suite!</h1>'},\
                'remaining':[]}""");
    }
}
