package companion.workshops.bluegreen;

import companion.aws.Connection;
import companion.workshop.Check;
import companion.workshop.Guide;
import companion.workshop.Guide.Correction;
import companion.workshop.Guide.Question;
import companion.workshop.Guide.Term;
import companion.workshop.Output;
import companion.workshop.Stage;
import companion.workshops.shared.AwsStep.Title;
import companion.workshops.shared.Calls;
import companion.workshops.shared.Looking;
import companion.workshops.shared.ServiceLinkedRoleStep;
import companion.workshops.shared.Site;
import companion.workshops.shared.Stacks;
import companion.workshops.shared.WorkshopStage;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.cloudformation.model.Export;
import software.amazon.awssdk.services.cloudformation.model.ListExportsRequest;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAvailabilityZonesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;

/** Who is calling, and whether the region has room for what comes. */
final class IdentityStage {
    /** The quota of a region for VPCs and for Elastic IP addresses, unless it was raised. */
    private static final int USUAL_QUOTA = 5;

    private IdentityStage() {}

    static Stage of(Site site) {
        return new WorkshopStage(
                "identity",
                "Identity",
                "Asks AWS who you are and looks whether the region is ready: two availability zones, room for one more"
                    + " network, no names in the way. Two roles are made if the account has never used `ECS` or load"
                    + " balancers. Nothing here costs anything.",
                guide(),
                List.of(),
                Duration.ofSeconds(5),
                _ -> List.of(
                        new Looking(
                                site,
                                new Title("caller", "Ask who you are", "STS", "GetCallerIdentity"),
                                List.of(Calls.of(
                                        site,
                                        "STS",
                                        GetCallerIdentityRequest.builder().build())),
                                () -> caller(site.connection())),
                        new Looking(
                                site,
                                new Title("zones", "Find two availability zones", "EC2", "DescribeAvailabilityZones"),
                                List.of(Calls.of(
                                        site,
                                        "EC2",
                                        DescribeAvailabilityZonesRequest.builder()
                                                .build())),
                                () -> zones(site.connection())),
                        new Looking(
                                site,
                                new Title("room", "Look for room in the region", "EC2", "DescribeVpcs"),
                                List.of(
                                        Calls.of(
                                                site,
                                                "EC2",
                                                DescribeVpcsRequest.builder().build()),
                                        Calls.of(
                                                site,
                                                "EC2",
                                                DescribeAddressesRequest.builder()
                                                        .build())),
                                () -> room(site.connection())),
                        new Looking(
                                site,
                                new Title("exports", "Look for names in the way", "CloudFormation", "ListExports"),
                                List.of(Calls.of(
                                        site,
                                        "CloudFormation",
                                        ListExportsRequest.builder().build())),
                                () -> exports(site.connection())),
                        new ServiceLinkedRoleStep(
                                site,
                                new Title("role-ecs", "Let ECS work in the account", "IAM", "CreateServiceLinkedRole"),
                                "AWSServiceRoleForECS",
                                "ecs.amazonaws.com"),
                        new ServiceLinkedRoleStep(
                                site,
                                new Title(
                                        "role-elb",
                                        "Let Elastic Load Balancing work in the account",
                                        "IAM",
                                        "CreateServiceLinkedRole"),
                                "AWSServiceRoleForElasticLoadBalancing",
                                "elasticloadbalancing.amazonaws.com")));
    }

    private static Check caller(Connection aws) {
        var identity = aws.identity();
        return Check.found(
                "You are " + identity.arn().substring(identity.arn().lastIndexOf(':') + 1),
                Output.text("Account", identity.account()),
                Output.arn("ARN", identity.arn()),
                Output.text("Region", aws.region()));
    }

    private static Check zones(Connection aws) {
        var zones = aws.ec2().describeAvailabilityZones().availabilityZones().stream()
                .map(AvailabilityZone::zoneName)
                .sorted()
                .toList();
        return zones.size() >= 2
                ? Check.found(
                        zones.size() + " zones, " + zones.get(0) + " and " + zones.get(1) + " are used",
                        Output.text("Zones", String.join(", ", zones)))
                : new Check.Differs(
                        "Region " + aws.region(),
                        List.of(new Check.Difference("availability zones", "2 or more", String.valueOf(zones.size()))),
                        false);
    }

    private static Check room(Connection aws) {
        int vpcs = aws.ec2().describeVpcs().vpcs().size();
        int addresses = aws.ec2().describeAddresses().addresses().size();
        var counts = count(vpcs, "VPC") + " and " + count(addresses, "Elastic IP address");
        boolean mine = Stacks.find(aws, Names.CLUSTER_STACK).isPresent();
        return Check.found(
                mine || vpcs < USUAL_QUOTA && addresses < USUAL_QUOTA
                        ? counts + ": there is room"
                        : counts + ": the usual quota of " + USUAL_QUOTA
                                + " is reached, so the stack fails unless yours was raised");
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : what.endsWith("s") ? "es" : "s");
    }

    private static Check exports(Connection aws) {
        var clashes = aws.cloudFormation().listExportsPaginator().exports().stream()
                .filter(export -> export.name().startsWith("prod:"))
                .filter(export -> !export.exportingStackId().contains(":stack/" + Names.CLUSTER_STACK + "/"))
                .map(IdentityStage::clash)
                .toList();
        return clashes.isEmpty()
                ? Check.found("No other stack exports prod:…")
                : new Check.Differs("Exports of the region", clashes, false);
    }

    private static Check.Difference clash(Export export) {
        return new Check.Difference(export.name(), "free", "exported by " + export.exportingStackId());
    }

    private static Guide guide() {
        return new Guide(
                "Why start by asking who you are",
                """
                Every call to AWS is signed by somebody. Before anything is made, it is worth one free call to see \
                in which account and as whom: the most expensive mistake of a workshop is the right command in the \
                wrong account.

                The other looks are cheap insurance. A stack that meets a quota after six minutes takes everything \
                back; the same fact can be read here in a second.
                """,
                List.of(
                        new Term("Caller identity", "The user or role whose keys sign the calls, as an ARN."),
                        new Term(
                                "Service-linked role",
                                "A role that belongs to one AWS service, with permissions that AWS "
                                        + "keeps. There is one per service and account, and it is free."),
                        new Term(
                                "Export",
                                "An output of a stack under a name that is unique in the account and region.")),
                List.of(
                        new Correction(
                                "Work in a Cloud9 environment on a t3.small.",
                                "This application takes its place; nothing has to run in the account for you to work.",
                                "Cloud9 is closed to new customers, and an instance costs money while you read."),
                        new Correction(
                                "Download and run a set-up script.",
                                "The same steps are stages here, with their calls shown first.",
                                "The download is gone, and a script that stops half-way leaves you guessing.")),
                new Question(
                        "A colleague's stack in the same region already exports `prod:VpcId`. What happens to yours?",
                        List.of(
                                "Both stacks share the export",
                                "Yours is created under another name",
                                "Yours fails and rolls back"),
                        2,
                        "Export names are unique per account and region. That is why this stage looks for them"
                                + " first."));
    }
}
