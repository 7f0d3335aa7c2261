package companion.practice.codecommit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.practice.fabric.Caller;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.codecommit.model.ChangeTypeEnum;
import software.amazon.awssdk.services.codecommit.model.CommitDoesNotExistException;
import software.amazon.awssdk.services.codecommit.model.CommitIdDoesNotExistException;
import software.amazon.awssdk.services.codecommit.model.CreateCommitRequest;
import software.amazon.awssdk.services.codecommit.model.CreateCommitResponse;
import software.amazon.awssdk.services.codecommit.model.DirectoryNameConflictsWithFileNameException;
import software.amazon.awssdk.services.codecommit.model.File;
import software.amazon.awssdk.services.codecommit.model.FileContentSizeLimitExceededException;
import software.amazon.awssdk.services.codecommit.model.FileDoesNotExistException;
import software.amazon.awssdk.services.codecommit.model.FileModeTypeEnum;
import software.amazon.awssdk.services.codecommit.model.FileNameConflictsWithDirectoryNameException;
import software.amazon.awssdk.services.codecommit.model.InvalidPathException;
import software.amazon.awssdk.services.codecommit.model.MaximumFileEntriesExceededException;
import software.amazon.awssdk.services.codecommit.model.NoChangeException;
import software.amazon.awssdk.services.codecommit.model.ParentCommitIdOutdatedException;
import software.amazon.awssdk.services.codecommit.model.ParentCommitIdRequiredException;
import software.amazon.awssdk.services.codecommit.model.PutFileEntry;
import software.amazon.awssdk.services.codecommit.model.SameFileContentException;

class CommitTest {
    private final TestCloud cloud = new TestCloud();
    private final PracticeCodeCommit codeCommit = cloud.codeCommit;

    @BeforeEach
    void create() {
        codeCommit.createRepository(r -> r.repositoryName("MyRepo"));
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    @Test
    void aFirstCommitMakesTheDefaultBranchAndAnEvent() {
        var made = ScopedValue.where(Caller.CURRENT, TestCloud.SIGNER)
                .call(() -> commit(null, file("index.html", "v1"), file("web/app.css", "body {}")));

        assertThat(made.filesAdded()).extracting("absolutePath").containsExactly("index.html", "web/app.css");
        assertThat(codeCommit.getRepository(r -> r.repositoryName("MyRepo")).repositoryMetadata().defaultBranch())
                .isEqualTo("main");
        var commit = codeCommit
                .getCommit(r -> r.repositoryName("MyRepo").commitId(made.commitId()))
                .commit();
        assertThat(commit.message()).isEqualTo("Message");
        assertThat(commit.author().name()).isEqualTo("learner");
        assertThat(commit.author().date()).isEqualTo("1795262400 +0000");
        assertThat(commit.parents()).isEmpty();
        var event = cloud.events.getLast();
        assertThat(event.type()).isEqualTo("CodeCommit Repository State Change");
        assertThat(event.resources()).containsExactly("arn:aws:codecommit:us-east-1:123456789012:MyRepo");
        assertThat(event.detail().path("event").asText()).isEqualTo("referenceCreated");
        assertThat(event.detail().path("referenceFullName").asText()).isEqualTo("refs/heads/main");
        assertThat(event.detail().path("callerUserArn").asText()).isEqualTo(TestCloud.SIGNER.arn());
        assertThat(event.detail().has("oldCommitId")).isFalse();
    }

    @Test
    void aFileIsReadByBranchCommitOrDefault() {
        var first = commit(null, file("index.html", "v1")).commitId();
        var second = commit(first, file("index.html", "v2")).commitId();

        assertThat(read(null)).isEqualTo("v2");
        assertThat(read("main")).isEqualTo("v2");
        assertThat(read("refs/heads/main")).isEqualTo("v2");
        assertThat(read(first)).isEqualTo("v1");
        var file = codeCommit.getFile(r -> r.repositoryName("MyRepo").filePath("index.html"));
        assertThat(file.commitId()).isEqualTo(second);
        assertThat(file.fileSize()).isEqualTo(2);
        assertThat(codeCommit.getBlob(r -> r.repositoryName("MyRepo").blobId(file.blobId())).content().asUtf8String())
                .isEqualTo("v2");
        assertThatThrownBy(() -> codeCommit.getFile(r -> r.repositoryName("MyRepo").filePath("nope")))
                .isInstanceOf(FileDoesNotExistException.class);
        assertThatThrownBy(() -> read("nope")).isInstanceOf(CommitDoesNotExistException.class);
    }

    @Test
    void aFolderListsItsOwnEntriesOnly() {
        commit(null, file("index.html", "v1"), file("web/app.css", "a"), file("web/img/logo.svg", "b"));
        var root = codeCommit.getFolder(r -> r.repositoryName("MyRepo").folderPath("/"));
        assertThat(root.files()).extracting(File::absolutePath).containsExactly("index.html");
        assertThat(root.subFolders()).singleElement().matches(each -> each.relativePath().equals("web"));
        var web = codeCommit.getFolder(r -> r.repositoryName("MyRepo").folderPath("web"));
        assertThat(web.files()).singleElement().matches(each -> each.absolutePath().equals("web/app.css"));
        assertThat(web.subFolders()).singleElement().matches(each -> each.absolutePath().equals("web/img"));
    }

    @Test
    void theParentMustBeNamedAndBeTheTip() {
        var first = commit(null, file("a", "1")).commitId();
        var second = commit(first, file("a", "2")).commitId();
        int events = cloud.events.size();

        assertThatThrownBy(() -> commit(null, file("a", "3"))).isInstanceOf(ParentCommitIdRequiredException.class);
        assertThatThrownBy(() -> commit(first, file("a", "3"))).isInstanceOf(ParentCommitIdOutdatedException.class);
        assertThatThrownBy(() -> commit(second, file("a", "2"))).isInstanceOf(NoChangeException.class);
        assertThat(cloud.events).hasSize(events);
        assertThat(codeCommit.getBranch(r -> r.repositoryName("MyRepo").branchName("main")).branch().commitId())
                .isEqualTo(second);
    }

    @Test
    void filesAreDeletedMovedAndMadeExecutable() {
        var first = commit(null, file("run.sh", "x"), file("old/name", "y"), file("gone", "z")).commitId();
        var made = codeCommit.createCommit(r -> r.repositoryName("MyRepo")
                .branchName("main")
                .parentCommitId(first)
                .keepEmptyFolders(true)
                .deleteFiles(f -> f.filePath("gone"))
                .setFileModes(f -> f.filePath("run.sh").fileMode(FileModeTypeEnum.EXECUTABLE))
                .putFiles(f -> f.filePath("name").sourceFile(s -> s.filePath("old/name").isMove(true))));

        assertThat(made.filesDeleted()).extracting("absolutePath").containsExactly("gone", "old/name");
        assertThat(made.filesAdded()).extracting("absolutePath").containsExactly("name");
        assertThat(made.filesUpdated()).extracting("absolutePath").containsExactly("run.sh");
        var differences = codeCommit
                .getDifferences(r -> r.repositoryName("MyRepo")
                        .beforeCommitSpecifier(first)
                        .afterCommitSpecifier("main"))
                .differences();
        assertThat(differences)
                .extracting(each -> each.changeType()
                        + " "
                        + (each.changeType() == ChangeTypeEnum.D ? each.beforeBlob() : each.afterBlob()).path())
                .containsExactly("D gone", "A name", "A old/.gitkeep", "D old/name", "M run.sh");
        assertThat(differences.getLast().afterBlob().mode()).isEqualTo("100755");
    }

    @Test
    void aFileCannotStandWhereAFolderIs() {
        var first = commit(null, file("web/app.css", "a"), file("index.html", "v1")).commitId();
        assertThatThrownBy(() -> commit(first, file("web", "b")))
                .isInstanceOf(FileNameConflictsWithDirectoryNameException.class);
        assertThatThrownBy(() -> commit(first, file("index.html/x", "b")))
                .isInstanceOf(DirectoryNameConflictsWithFileNameException.class);
        assertThatThrownBy(() -> commit(first, file("../x", "b"))).isInstanceOf(InvalidPathException.class);
    }

    @Test
    void aCommitHasLimits() {
        var many = new ArrayList<PutFileEntry>();
        for (int i = 0; i <= 100; i++) {
            many.add(file("f" + i, "x"));
        }
        assertThatThrownBy(() -> commit(null, many.toArray(PutFileEntry[]::new)))
                .isInstanceOf(MaximumFileEntriesExceededException.class);
        var large = "x".repeat(4 * 1024 * 1024);
        assertThatThrownBy(() -> commit(null, file("a", large), file("b", large)))
                .isInstanceOf(FileContentSizeLimitExceededException.class);
    }

    @Test
    void putFileAndDeleteFileMakeOneCommitEach() {
        var first = put(null, "v1");
        assertThatThrownBy(() -> put(first, "v1")).isInstanceOf(SameFileContentException.class);
        var second = put(first, "v2");
        var third = codeCommit
                .deleteFile(r -> r.repositoryName("MyRepo")
                        .branchName("main")
                        .filePath("index.html")
                        .parentCommitId(second))
                .commitId();
        assertThat(codeCommit.batchGetCommits(r -> r.repositoryName("MyRepo").commitIds(third, second)).commits())
                .extracting("message")
                .containsExactly("Deleted index.html", "Edited index.html");
        assertThat(codeCommit
                        .listFileCommitHistory(r -> r.repositoryName("MyRepo").filePath("index.html"))
                        .revisionDag())
                .extracting(each -> each.commit().commitId())
                .containsExactly(third, second, first);
    }

    @Test
    void anUnknownCommitIsSaidToBeUnknown() {
        assertThatThrownBy(() -> codeCommit.getCommit(r -> r.repositoryName("MyRepo").commitId("1".repeat(40))))
                .isInstanceOf(CommitIdDoesNotExistException.class);
        assertThatThrownBy(() -> codeCommit.getFolder(r -> r.repositoryName("MyRepo").folderPath("/")))
                .isInstanceOf(CommitDoesNotExistException.class);
    }

    private CreateCommitResponse commit(String parent, PutFileEntry... files) {
        return codeCommit.createCommit(CreateCommitRequest.builder()
                .repositoryName("MyRepo")
                .branchName("main")
                .parentCommitId(parent)
                .commitMessage("Message")
                .putFiles(List.of(files))
                .build());
    }

    private String put(String parent, String text) {
        return codeCommit
                .putFile(r -> r.repositoryName("MyRepo")
                        .branchName("main")
                        .parentCommitId(parent)
                        .filePath("index.html")
                        .fileContent(SdkBytes.fromUtf8String(text)))
                .commitId();
    }

    private String read(String specifier) {
        return codeCommit
                .getFile(r -> r.repositoryName("MyRepo").commitSpecifier(specifier).filePath("index.html"))
                .fileContent()
                .asUtf8String();
    }

    private static PutFileEntry file(String path, String text) {
        return PutFileEntry.builder()
                .filePath(path)
                .fileContent(SdkBytes.fromUtf8String(text))
                .build();
    }
}
