package companion.workshops.bluegreen;

import companion.workshop.Call;
import companion.workshop.Check;
import companion.workshop.Guide;
import companion.workshop.Guide.Correction;
import companion.workshop.Guide.Question;
import companion.workshop.Guide.Term;
import companion.workshop.Output;
import companion.workshop.Stage;
import companion.workshop.Step;
import companion.workshops.shared.AwsStep.Title;
import companion.workshops.shared.Calls;
import companion.workshops.shared.Clone;
import companion.workshops.shared.CloneStep;
import companion.workshops.shared.CommitStep;
import companion.workshops.shared.CopyFilesStep;
import companion.workshops.shared.DefaultBranchStep;
import companion.workshops.shared.Inputs;
import companion.workshops.shared.Looking;
import companion.workshops.shared.RepositoryStep;
import companion.workshops.shared.Site;
import companion.workshops.shared.WorkshopFiles;
import companion.workshops.shared.WorkshopStage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import software.amazon.awssdk.services.codecommit.model.GetBranchRequest;

/** The repository, the learner's clone of it, and the first commit. */
final class RepositoryStage {
    private RepositoryStage() {}

    static Stage of(Site site, WorkshopFiles files, Path folder) {
        return new WorkshopStage(
                "repository",
                "Repository",
                "Creates a CodeCommit repository, clones it into your working copy and pushes the sample app. The"
                        + " pipeline's Source action will read the branch you choose here, so one and the same name"
                        + " appears in four places.",
                guide(),
                List.of(
                        Inputs.repositoryName("MyRepo"),
                        Inputs.branch(List.of("master", "main")),
                        Inputs.folder(folder)),
                Duration.ofSeconds(12),
                values -> steps(new Names(site, values), files));
    }

    private static List<Step> steps(Names names, WorkshopFiles files) {
        var clone = names.workingCopy();
        var app = new LinkedHashMap<String, byte[]>();
        Names.appFiles().forEach(name -> app.put(name, files.bytes("app/" + name)));
        return List.of(
                new RepositoryStep(
                        new Title("create", "Create the repository", "CodeCommit", "CreateRepository"),
                        clone,
                        "My demonstration repository",
                        Names.STORES_GROUP),
                new CloneStep(new Title("clone", "Clone it into the working copy", "Git", "clone"), clone),
                new CopyFilesStep(new Title("copy", "Add the sample app, 2 files", "Local", "copy"), clone, app),
                CommitStep.adding(
                        new Title("push", "Commit and push to " + names.branch(), "Git", "push"),
                        clone,
                        Names.appFiles(),
                        "Initial commit"),
                new Looking(
                        names.site(),
                        new Title(
                                "branch",
                                "Check that " + names.branch() + " holds your commit",
                                "CodeCommit",
                                "GetBranch"),
                        plan(names),
                        () -> holdsCommit(clone)),
                new DefaultBranchStep(
                        new Title("default-branch", "Check the default branch", "CodeCommit", "GetRepository"), clone));
    }

    private static List<Call> plan(Names names) {
        return List.of(Calls.of(
                names.site(),
                "CodeCommit",
                GetBranchRequest.builder()
                        .repositoryName(names.repository())
                        .branchName(names.branch())
                        .build()));
    }

    private static Check holdsCommit(Clone clone) throws Exception {
        var pushed = clone.pushed();
        if (pushed.isEmpty()) {
            return new Check.Missing("No branch " + clone.branch() + " in " + clone.repository());
        }
        var tip = clone.copy().exists()
                ? clone.copy().tip(clone.branch()).map(it -> it.id()).orElse("no commit")
                : "no clone";
        return pushed.get().equals(tip)
                ? Check.found(clone.branch() + " is at " + tip.substring(0, 7), Output.text("Commit", tip))
                : new Check.Differs(
                        "Branch " + clone.branch(),
                        List.of(new Check.Difference("commitId", tip, pushed.get())),
                        false);
    }

    private static Guide guide() {
        return new Guide(
                "Why a repository comes first",
                """
                A pipeline needs something to watch. CodeCommit is a private Git server inside your account: the \
                push you make here is the event that starts every release later on.

                Nothing watches it yet, so this push starts nothing. A repository gets its default branch from the \
                first push, which is why a new one shows none.
                """,
                List.of(
                        new Term(
                                "CodeCommit",
                                "Git repositories in your account, with AWS permissions instead of SSH keys."),
                        new Term(
                                "HTTPS (GRC)",
                                "Git over HTTPS where the password is made of your AWS keys and good for "
                                        + "minutes. This application and git-remote-codecommit do the same."),
                        new Term(
                                "Default branch",
                                "The branch that CodeCommit shows and clones first. The first branch "
                                        + "pushed becomes it.")),
                List.of(
                        new Correction(
                                "Install git-remote-codecommit with pip.",
                                "The application signs Git's password itself; any Git program can go on in the folder.",
                                "There is nothing to install, and the clone is an ordinary one."),
                        new Correction(
                                "Choose Get Started Now on the welcome page.",
                                "The repository is created by its API call, which you can read here.",
                                "The console has changed since; the call has not. CodeCommit was closed to new"
                                        + " customers in 2024 and has been open again since November 2025."),
                        new Correction(
                                "`git add *` in the folder.",
                                "The files are named one by one.",
                                "A star adds what happens to lie there, and leaves out what begins with a dot.")),
                new Question(
                        "You push to `main`, but the event rule names `master`. What happens?",
                        List.of(
                                "The pipeline runs on `main`",
                                "Nothing starts, no error appears",
                                "The Source action fails"),
                        1,
                        "The rule waits for an event that never comes. Nothing fails, so nothing tells you: this is"
                                + " the most common reason why a pipeline does not start."));
    }
}
