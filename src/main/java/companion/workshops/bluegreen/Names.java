package companion.workshops.bluegreen;

import companion.workshop.Values;
import companion.workshops.shared.Clone;
import companion.workshops.shared.Site;
import java.nio.file.Path;
import java.util.List;

/** What everything is called. The fixed names are the ones of the well-known text, so that it can be read beside. */
record Names(Site site, Values values) {
    static final String CLUSTER_STACK = "devops-cluster";
    static final String ROLES_STACK = "DevopsWorkshop-roles";
    static final String IMAGES = "devops-workshop-app";
    static final String CLUSTER = "ecs-devops-workshop";
    static final String FAMILY = "webapp-devops-workshop";
    static final String LOAD_BALANCER = "alb-devops-workshop";
    static final String FIRST_TARGETS = "ecs-devops-webapp-TG";
    static final String SECOND_TARGETS = "ecs-devops-webapp-TG-tmp";
    static final String APPLICATION = "devops-workshop-MyWebApp";
    static final String DEPLOYMENT_GROUP = "devops-workshop-dg";
    static final String PROJECT = "MyFirstBuild";
    static final String PIPELINE = "MyFirstPipeline";
    static final String RULE = "MyFirstPipeline-on-push";
    static final String LOG_GROUP = "devops-workshop";
    static final String LOG_STREAM = "webapp";
    static final String BUILDSPEC = "buildspec.yaml";

    static final int STOP = 1;
    static final int PIPELINE_GROUP = 2;
    static final int STACK_GROUP = 3;
    static final int STORES_GROUP = 4;

    String repository() {
        return values.get("repository-name");
    }

    String branch() {
        return values.get("branch");
    }

    Clone workingCopy() {
        return new Clone(site, repository(), branch(), Path.of(values.get("folder")));
    }

    /** Bucket names are shared by all accounts of the world, so the account and the region are in it. */
    String bucket() {
        return "devops-workshop-" + site.region() + "-" + site.account();
    }

    String pipelineArn() {
        return "arn:" + partition() + ":codepipeline:" + site.region() + ":" + site.account() + ":" + PIPELINE;
    }

    String repositoryArn() {
        return "arn:" + partition() + ":codecommit:" + site.region() + ":" + site.account() + ":" + repository();
    }

    private String partition() {
        return site.region().startsWith("cn-") ? "aws-cn" : site.region().startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    static List<String> appFiles() {
        return List.of("index.html", "AWS_logo.png");
    }
}
