package companion.workshops.bluegreen;

import companion.workshop.Guide;
import companion.workshop.Guide.Correction;
import companion.workshop.Guide.Question;
import companion.workshop.Guide.Term;
import companion.workshop.Resource;
import companion.workshop.Stage;
import companion.workshops.shared.AwsStep.Title;
import companion.workshops.shared.ImageRepositoryStep;
import companion.workshops.shared.ImageStep;
import companion.workshops.shared.PageStep;
import companion.workshops.shared.Site;
import companion.workshops.shared.StackStep;
import companion.workshops.shared.WorkshopFiles;
import companion.workshops.shared.WorkshopStage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The image of version 1, and the stack with everything that serves it. */
final class SetUpStackStage {
    private static final String WEB_ROOT = "/usr/share/nginx/html/";
    private static final String BASE = "public.ecr.aws/nginx/nginx:latest";

    private SetUpStackStage() {}

    static Stage of(Site site, WorkshopFiles files) {
        return new WorkshopStage(
                "set-up-stack",
                "Set-up stack",
                "Builds the image of version 1 and pushes it to `ECR`, then creates the stack `devops-cluster`: a"
                        + " network, a load balancer with two target groups, and an `ECS` service with two tasks on"
                        + " Fargate. From here on the account is billed by the hour.",
                guide(),
                List.of(),
                Duration.ofMinutes(7),
                _ -> List.of(
                        new ImageRepositoryStep(
                                site,
                                new Title("image-repository", "Create the image repository", "ECR", "CreateRepository"),
                                Names.IMAGES,
                                Names.STORES_GROUP),
                        new ImageStep(
                                site,
                                new Title("image", "Build version 1 and push it", "ECR", "PutImage"),
                                Names.IMAGES,
                                BASE,
                                app(files)),
                        stack(site, files),
                        new PageStep(
                                site,
                                new Title("page", "Visit the page", "Visitor", "GET"),
                                Names.CLUSTER_STACK,
                                "the page",
                                line -> line.startsWith("Executing v"))));
    }

    private static Map<String, byte[]> app(WorkshopFiles files) {
        var image = new TreeMap<String, byte[]>();
        Names.appFiles().forEach(name -> image.put(WEB_ROOT + name, files.bytes("app/" + name)));
        return image;
    }

    private static StackStep stack(Site site, WorkshopFiles files) {
        var image = site.account() + ".dkr.ecr." + site.region() + ".amazonaws.com/" + Names.IMAGES + ":latest";
        return new StackStep(
                site,
                new Title("stack", "Create the stack devops-cluster", "CloudFormation", "CreateStack"),
                Names.CLUSTER_STACK,
                files.template("devops-cluster.yaml"),
                Map.of("ContainerImage", image),
                () -> Map.of(
                        "ContainerImage",
                        site.connection()
                                        .ecr()
                                        .describeRepositories(it -> it.repositoryNames(Names.IMAGES))
                                        .repositories()
                                        .getFirst()
                                        .repositoryUri()
                                + ":latest"),
                List.of(
                        made("CloudFormation stack", Names.CLUSTER_STACK, "0"),
                        made("ECS service and cluster", Names.CLUSTER, "0.034685"),
                        made("Application Load Balancer", Names.LOAD_BALANCER, "0.0325"),
                        made("NAT gateway", "NatGatewayOne", "0.045"),
                        made("Elastic IP address", "NatGatewayOneAttachment", "0.005"),
                        made("VPC, 4 subnets, 2 route tables", "prod", "0"),
                        made("Task definitions", Names.FAMILY, "0"),
                        made("IAM roles", "2 roles, " + Names.CLUSTER_STACK, "0")));
    }

    private static Resource made(String type, String name, String hourly) {
        var with = type.equals("Task definitions") ? "DeregisterTaskDefinition, DeleteTaskDefinitions" : "DeleteStack";
        return new Resource(type, name, Names.STACK_GROUP, with, new BigDecimal(hourly));
    }

    private static Guide guide() {
        return new Guide(
                "Why two target groups",
                """
                A blue/green deployment starts the new version beside the old one and then moves the visitors. For \
                that the load balancer needs two places to send them to: two target groups with the same settings, \
                of which one is in use. With each deployment they change places, so neither of them is "the blue \
                one" for good.

                The tasks run in the public subnets with an address of their own, and only the load balancer may \
                reach them. The private subnets and the NAT gateway are there for the builds, which come later; \
                they are the larger part of the bill.
                """,
                List.of(
                        new Term("Stack", "Resources that CloudFormation makes and removes together, from a template."),
                        new Term("Fargate", "Runs containers without servers of your own; billed by vCPU and memory."),
                        new Term(
                                "Target group",
                                "The addresses that a listener may send visitors to, with a health check."),
                        new Term(
                                "NAT gateway",
                                "Lets machines without a public address reach the internet, and nobody "
                                        + "reach them.")),
                List.of(
                        new Correction(
                                "Build and push the image with Docker on an instance.",
                                "The image is put together and pushed by this application, for linux/amd64.",
                                "No Docker is needed, and an image from an ARM laptop would not start on Fargate's"
                                        + " x86."),
                        new Correction(
                                "Log in with `aws ecr get-login`.",
                                "The registry's token is read with `GetAuthorizationToken`.",
                                "Version 2 of the AWS CLI has no `get-login`."),
                        new Correction(
                                "The role `ECSTaskExecutionRole` has a fixed name.",
                                "CloudFormation names the roles, so `CAPABILITY_IAM` is enough.",
                                "A fixed role name clashes with a second copy, even in another region."),
                        new Correction(
                                "The load balancer lets in every port and protocol, and the tasks share its group.",
                                "Visitors reach ports 80 and 8080; only the load balancer reaches the tasks.",
                                "The tasks have public addresses, and nobody should get past the load balancer.")),
                new Question(
                        "The stack has a NAT gateway. Which part of the workshop needs it?",
                        List.of(
                                "The tasks that serve the page",
                                "The builds in the private subnets",
                                "The load balancer's health checks"),
                        1,
                        "The tasks have public addresses of their own. Only the builds run in the private subnets."));
    }
}
