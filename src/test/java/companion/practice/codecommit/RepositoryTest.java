package companion.practice.codecommit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.codecommit.model.BranchDoesNotExistException;
import software.amazon.awssdk.services.codecommit.model.BranchNameExistsException;
import software.amazon.awssdk.services.codecommit.model.CodeCommitException;
import software.amazon.awssdk.services.codecommit.model.CommitDoesNotExistException;
import software.amazon.awssdk.services.codecommit.model.DefaultBranchCannotBeDeletedException;
import software.amazon.awssdk.services.codecommit.model.InvalidRepositoryNameException;
import software.amazon.awssdk.services.codecommit.model.OrderEnum;
import software.amazon.awssdk.services.codecommit.model.RepositoryDoesNotExistException;
import software.amazon.awssdk.services.codecommit.model.RepositoryNameExistsException;
import software.amazon.awssdk.services.codecommit.model.RepositoryNameIdPair;
import software.amazon.awssdk.services.codecommit.model.RepositoryTriggerEventEnum;

class RepositoryTest {
    private final TestCloud cloud = new TestCloud();
    private final PracticeCodeCommit codeCommit = cloud.codeCommit;

    @AfterEach
    void stop() {
        cloud.close();
    }

    @Test
    void aNewRepositoryTellsItsUrlsAndHasNoBranch() {
        var made = codeCommit
                .createRepository(r -> r.repositoryName("MyRepo").repositoryDescription("My demonstration repository"))
                .repositoryMetadata();

        assertThat(made.cloneUrlHttp()).isEqualTo(cloud.endpoint() + "/v1/repos/MyRepo");
        assertThat(made.cloneUrlSsh()).isEqualTo("ssh://git-codecommit.us-east-1.amazonaws.com/v1/repos/MyRepo");
        assertThat(made.arn()).isEqualTo("arn:aws:codecommit:us-east-1:123456789012:MyRepo");
        assertThat(made.accountId()).isEqualTo("123456789012");
        assertThat(made.creationDate()).isEqualTo(cloud.world.now());
        assertThat(made.defaultBranch()).isNull();
        assertThat(made).isEqualTo(
                codeCommit.getRepository(r -> r.repositoryName("MyRepo")).repositoryMetadata());
    }

    @Test
    void anotherRegionIsInTheCloneUrl() {
        var made = cloud.ireland.createRepository(r -> r.repositoryName("MyRepo")).repositoryMetadata();
        assertThat(made.cloneUrlHttp()).isEqualTo(cloud.endpoint() + "/eu-west-1/v1/repos/MyRepo");
        assertThat(codeCommit.listRepositories(r -> {}).repositories()).isEmpty();
    }

    @Test
    void aNameIsTakenOnce() {
        create("MyRepo");
        assertThatThrownBy(() -> create("MyRepo"))
                .isInstanceOfSatisfying(RepositoryNameExistsException.class, e -> {
                    assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("Repository named MyRepo already exists");
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("RepositoryNameExistsException");
                });
    }

    @Test
    void namesWithOtherCharactersOrTheGitSuffixAreRefused() {
        for (var name : new String[] {"my repo", "a/b", "app.git", "x".repeat(101)}) {
            assertThatThrownBy(() -> create(name)).isInstanceOf(InvalidRepositoryNameException.class);
        }
    }

    @Test
    void deletingIsIdempotent() {
        create("MyRepo");
        assertThat(codeCommit.deleteRepository(r -> r.repositoryName("MyRepo")).repositoryId()).isNotNull();
        assertThat(codeCommit.deleteRepository(r -> r.repositoryName("MyRepo")).repositoryId()).isNull();
        assertThatThrownBy(() -> codeCommit.getRepository(r -> r.repositoryName("MyRepo")))
                .isInstanceOf(RepositoryDoesNotExistException.class)
                .hasMessageContaining("MyRepo does not exist");
    }

    @Test
    void aBatchSaysWhichRepositoriesItDidNotFind() {
        create("a");
        var batch = codeCommit.batchGetRepositories(r -> r.repositoryNames("a", "b"));
        assertThat(batch.repositories()).singleElement().matches(each -> each.repositoryName().equals("a"));
        assertThat(batch.repositoriesNotFound()).containsExactly("b");
    }

    @Test
    void repositoriesAreListedInTheOrderAskedFor() {
        create("b");
        create("a");
        assertThat(codeCommit.listRepositories(r -> {}).repositories())
                .extracting(RepositoryNameIdPair::repositoryName)
                .containsExactly("a", "b");
        assertThat(codeCommit.listRepositories(r -> r.order(OrderEnum.DESCENDING)).repositories())
                .extracting(RepositoryNameIdPair::repositoryName)
                .containsExactly("b", "a");
    }

    @Test
    void aRenamedRepositoryIsFoundByItsNewNameOnly() {
        create("old");
        codeCommit.updateRepositoryName(r -> r.oldName("old").newName("new"));
        assertThat(codeCommit.getRepository(r -> r.repositoryName("new")).repositoryMetadata().arn())
                .endsWith(":new");
        assertThatThrownBy(() -> codeCommit.getRepository(r -> r.repositoryName("old")))
                .isInstanceOf(RepositoryDoesNotExistException.class);
    }

    @Test
    void branchesAreMadeOfCommitsAndTheDefaultOneStays() {
        create("MyRepo");
        var first = commit();
        codeCommit.createBranch(r -> r.repositoryName("MyRepo").branchName("dev").commitId(first));

        assertThat(codeCommit.listBranches(r -> r.repositoryName("MyRepo")).branches())
                .containsExactly("dev", "master");
        assertThat(codeCommit.getBranch(r -> r.repositoryName("MyRepo").branchName("dev")).branch().commitId())
                .isEqualTo(first);
        assertThatThrownBy(() ->
                        codeCommit.createBranch(r -> r.repositoryName("MyRepo").branchName("dev").commitId(first)))
                .isInstanceOf(BranchNameExistsException.class);
        assertThatThrownBy(() -> codeCommit.createBranch(
                        r -> r.repositoryName("MyRepo").branchName("x").commitId("0".repeat(39) + "1")))
                .isInstanceOf(CommitDoesNotExistException.class);
        assertThatThrownBy(() -> codeCommit.deleteBranch(r -> r.repositoryName("MyRepo").branchName("master")))
                .isInstanceOf(DefaultBranchCannotBeDeletedException.class);

        codeCommit.updateDefaultBranch(r -> r.repositoryName("MyRepo").defaultBranchName("dev"));
        codeCommit.deleteBranch(r -> r.repositoryName("MyRepo").branchName("master"));
        assertThatThrownBy(() -> codeCommit.getBranch(r -> r.repositoryName("MyRepo").branchName("master")))
                .isInstanceOf(BranchDoesNotExistException.class)
                .hasMessageContaining("Could not find branch master");
        assertThat(cloud.events.getLast().detail().path("event").asText()).isEqualTo("referenceDeleted");
        assertThat(cloud.events.getLast().detail().path("oldCommitId").asText()).isEqualTo(first);
    }

    @Test
    void tagsAndTriggersAreKept() {
        create("MyRepo");
        var arn = "arn:aws:codecommit:us-east-1:123456789012:MyRepo";
        codeCommit.tagResource(r -> r.resourceArn(arn).tags(Map.of("team", "web", "stage", "dev")));
        codeCommit.untagResource(r -> r.resourceArn(arn).tagKeys("stage"));
        assertThat(codeCommit.listTagsForResource(r -> r.resourceArn(arn)).tags())
                .containsExactly(Map.entry("team", "web"));

        var id = codeCommit
                .putRepositoryTriggers(r -> r.repositoryName("MyRepo").triggers(t -> t.name("tell")
                        .destinationArn("arn:aws:sns:us-east-1:123456789012:topic")
                        .events(RepositoryTriggerEventEnum.ALL)))
                .configurationId();
        assertThat(codeCommit.getRepositoryTriggers(r -> r.repositoryName("MyRepo")).configurationId()).isEqualTo(id);
    }

    @Test
    void everyRefusalIsAClientError() {
        assertThatThrownBy(() -> codeCommit.getRepository(r -> {}))
                .isInstanceOfSatisfying(CodeCommitException.class, e -> assertThat(e.statusCode()).isEqualTo(400));
    }

    private void create(String name) {
        codeCommit.createRepository(r -> r.repositoryName(name));
    }

    private String commit() {
        return codeCommit
                .putFile(r -> r.repositoryName("MyRepo")
                        .branchName("master")
                        .filePath("index.html")
                        .fileContent(SdkBytes.fromUtf8String("v1")))
                .commitId();
    }
}
