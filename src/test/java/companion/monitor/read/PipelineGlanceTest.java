package companion.monitor.read;

import static org.assertj.core.api.Assertions.assertThat;

import companion.monitor.read.PipelineGlance.RolledBack;
import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PipelineGlanceTest {
    private static final String DEPLOYMENT = """
            {"deploymentInfo": {"deploymentId": "d-4QX81ZK2B", "status": "Failed",
              "errorInformation": {"code": "ALARM_ACTIVE", "message": "One or more alarms have been activated."}%s}}
            """;

    @AutoClose
    private final StubAws aws = new StubAws();

    private final PipelineGlance glance = new PipelineGlance(aws.connection(), "P");

    PipelineGlanceTest() throws IOException {
        aws.on("GetPipelineState", """
                        {"pipelineVersion": 1, "stageStates": [{"stageName": "Deploy", "latestExecution":
                          {"pipelineExecutionId": "e1", "status": "Failed"}, "actionStates": [{"actionName": "Deploy",
                            "latestExecution": {"status": "Failed", "externalExecutionId": "d-4QX81ZK2B"}}]}]}
                        """)
                .on("ListPipelineExecutions", """
                        {"pipelineExecutionSummaries": [{"pipelineExecutionId": "e1", "status": "Failed"}]}""")
                .on("GetDeployment", DEPLOYMENT.formatted(""));
    }

    @Test
    void aRollbackThatBeginsSomeTimeAfterTheFailureIsSeen() {
        assertThat(glance.read().rolledBack()).isNull();
        aws.on("GetDeployment", DEPLOYMENT.formatted(", \"rollbackInfo\": {\"rollbackDeploymentId\": \"d-5QX81ZK2B\"}"));
        assertThat(glance.read().rolledBack()).isEqualTo(
                new RolledBack("d-4QX81ZK2B", "ALARM_ACTIVE: One or more alarms have been activated."));
        aws.asked();
        glance.read();
        assertThat(aws.asked()).containsExactly("GetPipelineState");
    }

    @Test
    void aFailureThatNothingRollsBackIsNotLookedAtForEver() {
        for (int i = 0; i < 5; i++) {
            glance.read();
        }
        aws.asked();
        glance.read();
        assertThat(aws.asked()).containsExactly("GetPipelineState");
    }
}
