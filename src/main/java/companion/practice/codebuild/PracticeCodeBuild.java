package companion.practice.codebuild;

import companion.practice.fabric.Fabric;
import companion.practice.fabric.PipelineBuilds;
import companion.practice.fabric.Services;
import companion.practice.world.Place;
import companion.practice.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codebuild.CodeBuildClient;
import software.amazon.awssdk.services.codebuild.model.BatchDeleteBuildsRequest;
import software.amazon.awssdk.services.codebuild.model.BatchDeleteBuildsResponse;
import software.amazon.awssdk.services.codebuild.model.BatchGetBuildsRequest;
import software.amazon.awssdk.services.codebuild.model.BatchGetBuildsResponse;
import software.amazon.awssdk.services.codebuild.model.BatchGetProjectsRequest;
import software.amazon.awssdk.services.codebuild.model.BatchGetProjectsResponse;
import software.amazon.awssdk.services.codebuild.model.Build;
import software.amazon.awssdk.services.codebuild.model.BuildNotDeleted;
import software.amazon.awssdk.services.codebuild.model.CreateProjectRequest;
import software.amazon.awssdk.services.codebuild.model.CreateProjectResponse;
import software.amazon.awssdk.services.codebuild.model.DeleteProjectRequest;
import software.amazon.awssdk.services.codebuild.model.DeleteProjectResponse;
import software.amazon.awssdk.services.codebuild.model.InvalidateProjectCacheRequest;
import software.amazon.awssdk.services.codebuild.model.InvalidateProjectCacheResponse;
import software.amazon.awssdk.services.codebuild.model.ListBuildsForProjectRequest;
import software.amazon.awssdk.services.codebuild.model.ListBuildsForProjectResponse;
import software.amazon.awssdk.services.codebuild.model.ListBuildsRequest;
import software.amazon.awssdk.services.codebuild.model.ListBuildsResponse;
import software.amazon.awssdk.services.codebuild.model.ListCuratedEnvironmentImagesRequest;
import software.amazon.awssdk.services.codebuild.model.ListCuratedEnvironmentImagesResponse;
import software.amazon.awssdk.services.codebuild.model.ListProjectsRequest;
import software.amazon.awssdk.services.codebuild.model.ListProjectsResponse;
import software.amazon.awssdk.services.codebuild.model.Project;
import software.amazon.awssdk.services.codebuild.model.ProjectSortByType;
import software.amazon.awssdk.services.codebuild.model.RetryBuildRequest;
import software.amazon.awssdk.services.codebuild.model.RetryBuildResponse;
import software.amazon.awssdk.services.codebuild.model.SortOrderType;
import software.amazon.awssdk.services.codebuild.model.StartBuildRequest;
import software.amazon.awssdk.services.codebuild.model.StartBuildResponse;
import software.amazon.awssdk.services.codebuild.model.StopBuildRequest;
import software.amazon.awssdk.services.codebuild.model.StopBuildResponse;
import software.amazon.awssdk.services.codebuild.model.UpdateProjectRequest;
import software.amazon.awssdk.services.codebuild.model.UpdateProjectResponse;

/** CodeBuild of one region, for its callers and for CodePipeline. */
public final class PracticeCodeBuild implements CodeBuildClient, PipelineBuilds {
    private static final int BATCH = 100;
    private static final int PAGE = 100;

    private final Projects projects;
    private final Builds builds;
    private final BuildStarter starter;
    private final BuildDescription description;
    private final Place place;

    public PracticeCodeBuild(World world, Place place, Services services, Fabric fabric) {
        var rules = new ProjectRules(services, fabric);
        this.place = place;
        this.projects = new Projects(world, place, rules);
        this.builds = new Builds(world, services, fabric, place);
        this.starter = new BuildStarter(world, place, projects, rules, builds);
        this.description = new BuildDescription(place);
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}

    @Override
    public String start(Request request) {
        return starter.start(request).id;
    }

    @Override
    public CreateProjectResponse createProject(CreateProjectRequest request) {
        return CreateProjectResponse.builder().project(projects.create(request)).build();
    }

    @Override
    public UpdateProjectResponse updateProject(UpdateProjectRequest request) {
        return UpdateProjectResponse.builder().project(projects.update(request)).build();
    }

    @Override
    public DeleteProjectResponse deleteProject(DeleteProjectRequest request) {
        projects.delete(request.name());
        return DeleteProjectResponse.builder().build();
    }

    @Override
    public BatchGetProjectsResponse batchGetProjects(BatchGetProjectsRequest request) {
        requireBatch(request.names());
        return BatchGetProjectsResponse.builder()
                .projects(request.names().stream()
                        .distinct()
                        .map(projects::find)
                        .filter(project -> project != null)
                        .toList())
                .projectsNotFound(request.names().stream()
                        .filter(name -> projects.find(name) == null)
                        .toList())
                .build();
    }

    @Override
    public ListProjectsResponse listProjects(ListProjectsRequest request) {
        Comparator<Project> order = switch (request.sortBy()) {
            case CREATED_TIME -> Comparator.comparing(Project::created);
            case LAST_MODIFIED_TIME -> Comparator.comparing(Project::lastModified);
            case null, default -> Comparator.comparing(Project::name);
        };
        if (request.sortBy() == ProjectSortByType.UNKNOWN_TO_SDK_VERSION) {
            throw CodeBuildFaults.invalid("Invalid sortBy: " + request.sortByAsString());
        }
        var names = projects.all().stream()
                .sorted(request.sortOrder() == SortOrderType.DESCENDING ? order.reversed() : order)
                .map(Project::name)
                .toList();
        var page = Page.of(names, request.nextToken());
        return ListProjectsResponse.builder()
                .projects(page.items())
                .nextToken(page.next())
                .build();
    }

    @Override
    public ListCuratedEnvironmentImagesResponse listCuratedEnvironmentImages(
            ListCuratedEnvironmentImagesRequest request) {
        return ListCuratedEnvironmentImagesResponse.builder()
                .platforms(CuratedImages.platforms())
                .build();
    }

    @Override
    public InvalidateProjectCacheResponse invalidateProjectCache(InvalidateProjectCacheRequest request) {
        projects.get(request.projectName());
        return InvalidateProjectCacheResponse.builder().build();
    }

    @Override
    public StartBuildResponse startBuild(StartBuildRequest request) {
        return StartBuildResponse.builder()
                .build(describe(starter.start(request)))
                .build();
    }

    @Override
    public RetryBuildResponse retryBuild(RetryBuildRequest request) {
        return RetryBuildResponse.builder()
                .build(describe(starter.retry(get(request.id()))))
                .build();
    }

    @Override
    public StopBuildResponse stopBuild(StopBuildRequest request) {
        var job = get(request.id());
        builds.stop(job);
        return StopBuildResponse.builder().build(describe(job)).build();
    }

    @Override
    public BatchGetBuildsResponse batchGetBuilds(BatchGetBuildsRequest request) {
        requireBatch(request.ids());
        var found = new ArrayList<Build>();
        var missing = new ArrayList<String>();
        for (var id : request.ids()) {
            var job = builds.find(id);
            if (job == null) {
                missing.add(id);
            } else {
                found.add(describe(job));
            }
        }
        return BatchGetBuildsResponse.builder()
                .builds(found)
                .buildsNotFound(missing)
                .build();
    }

    @Override
    public BatchDeleteBuildsResponse batchDeleteBuilds(BatchDeleteBuildsRequest request) {
        requireBatch(request.ids());
        var deleted = new ArrayList<String>();
        var refused = new ArrayList<BuildNotDeleted>();
        for (var id : request.ids()) {
            var job = builds.find(id);
            if (job != null && job.isComplete()) {
                builds.forget(job);
                deleted.add(job.arn);
            } else {
                var reason = job == null ? "BUILD_NOT_FOUND" : "BUILD_IN_PROGRESS";
                refused.add(BuildNotDeleted.builder().id(id).statusCode(reason).build());
            }
        }
        return BatchDeleteBuildsResponse.builder()
                .buildsDeleted(deleted)
                .buildsNotDeleted(refused)
                .build();
    }

    @Override
    public ListBuildsResponse listBuilds(ListBuildsRequest request) {
        var page = Page.of(ids(List.copyOf(builds.all()), request.sortOrder()), request.nextToken());
        return ListBuildsResponse.builder()
                .ids(page.items())
                .nextToken(page.next())
                .build();
    }

    @Override
    public ListBuildsForProjectResponse listBuildsForProject(ListBuildsForProjectRequest request) {
        var project = projects.get(request.projectName());
        var page = Page.of(ids(builds.ofProject(project.name()), request.sortOrder()), request.nextToken());
        return ListBuildsForProjectResponse.builder()
                .ids(page.items())
                .nextToken(page.next())
                .build();
    }

    /** The newest first, unless the other order is asked for. */
    private static List<String> ids(List<BuildJob> jobs, @Nullable SortOrderType order) {
        var sorted = order == SortOrderType.ASCENDING ? jobs : jobs.reversed();
        return sorted.stream().map(job -> job.id).toList();
    }

    private BuildJob get(String id) {
        var job = builds.find(id);
        if (job == null) {
            throw CodeBuildFaults.noBuild(id.startsWith("arn:") ? id : place.arn("codebuild", "build/" + id));
        }
        return job;
    }

    private Build describe(BuildJob job) {
        return description.of(job);
    }

    private static void requireBatch(List<String> ids) {
        if (ids.isEmpty() || ids.size() > BATCH) {
            throw CodeBuildFaults.invalid("1 validation error detected: Value at 'ids' failed to satisfy constraint: "
                    + "Member must have length between 1 and 100");
        }
    }

    /** @param next the token of the page behind this one, or null */
    private record Page(List<String> items, @Nullable String next) {
        static Page of(List<String> all, @Nullable String token) {
            int from = 0;
            if (token != null) {
                from = all.indexOf(token) + 1;
                if (from == 0) {
                    throw CodeBuildFaults.invalid("Invalid nextToken");
                }
            }
            int to = Math.min(all.size(), from + PAGE);
            return new Page(all.subList(from, to), to < all.size() ? all.get(to - 1) : null);
        }
    }
}
