package companion.practice.codepipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.codepipeline.model.Condition;
import software.amazon.awssdk.services.codepipeline.model.ConditionNotOverridableException;
import software.amazon.awssdk.services.codepipeline.model.ExecutionMode;
import software.amazon.awssdk.services.codepipeline.model.InvalidStageDeclarationException;
import software.amazon.awssdk.services.codepipeline.model.NotLatestPipelineExecutionException;
import software.amazon.awssdk.services.codepipeline.model.PipelineDeclaration;
import software.amazon.awssdk.services.codepipeline.model.RuleDeclaration;
import software.amazon.awssdk.services.codepipeline.model.StageConditionState;
import software.amazon.awssdk.services.codepipeline.model.StageDeclaration;
import software.amazon.awssdk.services.codepipeline.model.StageNotRetryableException;

class StageConditionsTest {
    private final PipelineBench bench = new PipelineBench();

    @ParameterizedTest
    @CsvSource({
        "EQ, main, Succeeded", "EQ, mai, Failed", "NE, other, Succeeded", "NE, main, Failed",
        "CONTAINS, ai, Succeeded", "CONTAINS, x, Failed", "MATCHES, m.*n, Succeeded", "MATCHES, m, Failed"
    })
    void aVariableIsComparedByTheRulesOperator(String operator, String value, String status) {
        bench.create(entry("FAIL", rule("Check", "#{variables.target}", operator, value)));
        bench.pass(10);
        assertThat(before().latestExecution().statusAsString()).isEqualTo(status);
        assertThat(bench.status(bench.latest())).isEqualTo(status.equals("Failed") ? "Failed" : "InProgress");
    }

    @Test
    void aStageWhoseEntryConditionIsNotMetFailsBeforeAnyOfItsActions() {
        var id = bench.create(entry("FAIL", rule("Right", "main", "EQ", "main"), rule("Wrong", "main", "EQ", "dev")));
        bench.pass(10);
        assertThat(bench.status(id)).isEqualTo("Failed");
        assertThat(bench.stage("Approve").latestExecution().statusAsString()).isEqualTo("Failed");
        assertThat(bench.stage("Approve").actionStates().getFirst().latestExecution()).isNull();
        var rules = before().conditionStates().getFirst().ruleStates();
        assertThat(rules).extracting(rule -> rule.ruleName()).containsExactly("Right", "Wrong");
        assertThat(rules).extracting(rule -> rule.latestExecution().statusAsString()).containsExactly("Succeeded", "Failed");
        assertThat(rules.getLast().latestExecution().summary()).contains("'main' EQ 'dev'");
    }

    @Test
    void aStageThatIsSkippedLetsTheExecutionGoOnAndCannotBeRetried() {
        var id = bench.create(entry("SKIP", rule("Wrong", "main", "EQ", "dev")));
        bench.pass(10);
        assertThat(bench.stage("Approve").latestExecution().statusAsString()).isEqualTo("Skipped");
        bench.answer("Last", "Approved");
        assertThat(bench.status(id)).isEqualTo("Succeeded");
        assertThatThrownBy(() -> retry(id)).isInstanceOf(StageNotRetryableException.class);
        assertThatThrownBy(() -> override("Approve", id, "BEFORE_ENTRY")).isInstanceOf(ConditionNotOverridableException.class);
    }

    @Test
    void anOverriddenEntryConditionLetsTheExecutionIn() {
        var id = bench.create(entry("FAIL", rule("Wrong", "main", "EQ", "dev")));
        bench.pass(10);
        override("Approve", id, "BEFORE_ENTRY");
        assertThat(before().latestExecution().statusAsString()).isEqualTo("Overridden");
        assertThat(bench.status(id)).isEqualTo("InProgress");
        bench.answer("Approve", "Approved");
        bench.pass(2);
        bench.answer("Last", "Approved");
        assertThat(bench.status(id)).isEqualTo("Succeeded");
    }

    @Test
    void aRetryLooksAtTheEntryConditionAgain() {
        var id = bench.create(entry("FAIL", rule("Wrong", "main", "EQ", "dev")));
        bench.pass(10);
        retry(id);
        assertThat(bench.status(id)).isEqualTo("Failed");
        assertThat(rules(id)).as("one of each attempt").hasSize(2);
    }

    @Test
    void aConditionForSuccessFailsAStageWhoseActionsSucceededUntilItIsOverridden() {
        var id = bench.create(success("FAIL", rule("Wrong", "main", "EQ", "dev")));
        bench.pass(10);
        bench.answer("Approve", "Approved");
        assertThat(bench.status(id)).isEqualTo("Failed");
        var stage = bench.stage("Approve");
        assertThat(stage.latestExecution().statusAsString()).isEqualTo("Failed");
        assertThat(stage.actionStates().getFirst().latestExecution().statusAsString()).isEqualTo("Succeeded");
        override("Approve", id, "ON_SUCCESS");
        bench.pass(2);
        assertThat(bench.stage("Approve").latestExecution().statusAsString()).isEqualTo("Succeeded");
        assertThat(bench.stage("Last").latestExecution().pipelineExecutionId()).isEqualTo(id);
    }

    @Test
    void aConditionForSuccessRollsBackToTheLastExecutionThatMetIt() {
        var good = bench.create(success("ROLLBACK", rule("Right", "#{source.CommitId}", "MATCHES", "1+")));
        bench.pass(10);
        bench.answer("Approve", "Approved");
        bench.pass(2);
        bench.answer("Last", "Approved");
        bench.head = "2222222222222222222222222222222222222222";
        var bad = bench.start();
        bench.pass(10);
        bench.answer("Approve", "Approved");
        assertThat(bench.status(bad)).isEqualTo("Failed");
        var rollback = bench.pipelines
                .listPipelineExecutions(request -> request.pipelineName("P"))
                .pipelineExecutionSummaries()
                .getFirst();
        assertThat(rollback.trigger().triggerTypeAsString()).isEqualTo("AutomatedRollback");
        assertThat(rollback.rollbackMetadata().rollbackTargetPipelineExecutionId()).isEqualTo(good);
        assertThatThrownBy(() -> override("Approve", bad, "ON_SUCCESS"))
                .isInstanceOf(NotLatestPipelineExecutionException.class);
    }

    @ParameterizedTest
    @CsvSource({"#{source.Nothing}, EQ", "main, MATCHES"})
    void aRuleThatCannotBeEvaluatedIsAnError(String variable, String operator) {
        var id = bench.create(entry("FAIL", rule("Odd", variable, operator, "(")));
        bench.pass(10);
        assertThat(bench.status(id)).isEqualTo("Failed");
        assertThat(before().latestExecution().statusAsString()).isEqualTo("Errored");
        assertThat(before().conditionStates().getFirst().ruleStates().getFirst().latestExecution().errorDetails().code())
                .isEqualTo("ConfigurationError");
    }

    @Test
    void ruleExecutionsTellTheConfigurationAsItWasResolved() {
        var id = bench.create(entry("FAIL", rule("Check", "#{variables.target}", "EQ", "main")));
        bench.pass(10);
        assertThat(rules(id)).singleElement().satisfies(rule -> {
            assertThat(rule.stageName()).isEqualTo("Approve");
            assertThat(rule.input().configuration()).containsEntry("Variable", "#{variables.target}");
            assertThat(rule.input().resolvedConfiguration()).containsEntry("Variable", "main");
            assertThat(rule.input().ruleTypeId().provider()).isEqualTo("VariableCheck");
        });
    }

    @Test
    void onlyWhatCanWorkIsAccepted() {
        refused(entry("ROLLBACK", rule("R", "a", "EQ", "a")), "The result ROLLBACK is not available for beforeEntry");
        refused(success("SKIP", rule("R", "a", "EQ", "a")), "The result SKIP is not available for onSuccess");
        refused(entry("FAIL", rule("R", "a", "GT", "a")), "unknown operator 'GT'");
        refused(entry("FAIL", rule("R", "a", "EQ", "a"), rule("R", "a", "EQ", "a")), "valid and unique");
        refused(entry("FAIL"), "must have 1 to 5 rules");
        refused(
                entry("FAIL", rule("R", "a", "EQ", "a").toBuilder().ruleTypeId(type -> type.category("Rule")
                        .provider("CloudWatchAlarm")).build()),
                "Provider: 'CloudWatchAlarm') in rule 'R' is not available in region");
        refused(
                entry("FAIL", rule("R", "a", "EQ", "a").toBuilder().configuration(Map.of("Variable", "a")).build()),
                "is missing required configuration 'Operator'");
        refused(
                entry("FAIL", rule("R", "a", "EQ", "a")).toBuilder().pipelineType("V1").build(),
                "only available for pipelines of type V2");
    }

    private List<software.amazon.awssdk.services.codepipeline.model.RuleExecutionDetail> rules(String id) {
        return bench.pipelines
                .listRuleExecutions(request -> request.pipelineName("P").filter(filter -> filter.pipelineExecutionId(id)))
                .ruleExecutionDetails();
    }

    private StageConditionState before() {
        return bench.stage("Approve").beforeEntryConditionState();
    }

    private void override(String stage, String id, String type) {
        bench.pipelines.overrideStageCondition(
                request -> request.pipelineName("P").stageName(stage).pipelineExecutionId(id).conditionType(type));
    }

    private void retry(String id) {
        bench.pipelines.retryStageExecution(request -> request.pipelineName("P").stageName("Approve")
                .pipelineExecutionId(id).retryMode("FAILED_ACTIONS"));
    }

    private void refused(PipelineDeclaration declaration, String text) {
        assertThatThrownBy(() -> bench.create(declaration))
                .isInstanceOf(InvalidStageDeclarationException.class)
                .hasMessageContaining(text);
    }

    private static PipelineDeclaration entry(String result, RuleDeclaration... rules) {
        return with(approve -> approve.beforeEntry(before -> before.conditions(condition(result, rules))));
    }

    private static PipelineDeclaration success(String result, RuleDeclaration... rules) {
        return with(approve -> approve.onSuccess(success -> success.conditions(condition(result, rules))));
    }

    private static PipelineDeclaration with(java.util.function.UnaryOperator<StageDeclaration.Builder> approve) {
        var plain = PipelineBench.pipeline(ExecutionMode.SUPERSEDED, "Approve", "Last");
        var source = PipelineBench.source("Source").toBuilder().namespace("source").build();
        return plain.toBuilder()
                .variables(variable -> variable.name("target").defaultValue("main"))
                .stages(
                        PipelineBench.stage("Source", source),
                        approve.apply(plain.stages().get(1).toBuilder()).build(),
                        plain.stages().getLast())
                .build();
    }

    private static Condition condition(String result, RuleDeclaration... rules) {
        return Condition.builder().result(result).rules(rules).build();
    }

    private static RuleDeclaration rule(String name, String variable, String operator, String value) {
        return RuleDeclaration.builder()
                .name(name)
                .ruleTypeId(type -> type.category("Rule").owner("AWS").provider("VariableCheck").version("1"))
                .configuration(Map.of("Variable", variable, "Operator", operator, "Value", value))
                .build();
    }
}
