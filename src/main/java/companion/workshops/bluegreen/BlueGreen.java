package companion.workshops.bluegreen;

import companion.workshop.Workshop;
import companion.workshops.shared.Site;
import companion.workshops.shared.WorkshopFiles;
import java.nio.file.Path;
import java.util.List;

/** The workshop "Blue/green on Fargate". */
public final class BlueGreen {
    public static final String ID = "blue-green";
    public static final String TITLE = "Blue/green on Fargate";

    /** The name of the pipeline that it makes. */
    public static final String PIPELINE = Names.PIPELINE;

    /** The stage after which version 1 is served. */
    public static final String SERVED_AFTER = "set-up-stack";

    private BlueGreen() {}

    /**
     * Calls nothing.
     *
     * @param workingCopy where the learner's clone goes unless another folder is chosen
     */
    public static Workshop at(Site site, Path workingCopy) {
        var files = new WorkshopFiles("/companion/workshops/bluegreen");
        return new Workshop(
                ID,
                TITLE,
                "Release a web page on Fargate through a pipeline, with no moment in which nobody is served.",
                List.of(
                        IdentityStage.of(site),
                        SetUpStackStage.of(site, files),
                        RepositoryStage.of(site, files, workingCopy),
                        RolesStage.of(site, files),
                        SpecsStage.of(site, files),
                        DeploymentGroupStage.of(site),
                        PipelineStage.of(site),
                        ReleaseStage.of(site)),
                new BlueGreenCleanUp(site));
    }
}
