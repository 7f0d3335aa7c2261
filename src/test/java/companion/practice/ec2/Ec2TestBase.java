package companion.practice.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.practice.fabric.Caller;
import companion.practice.world.Place;
import companion.practice.world.TestWorlds;
import companion.practice.world.World;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Filter;

/** A region whose time stands still, and a network in it. */
abstract class Ec2TestBase {
    static final Place PLACE = new Place("123456789012", "us-east-1");

    final World world = TestWorlds.paused();
    final Ec2Client ec2 = new PracticeEc2(world, PLACE);

    @AfterEach
    void end() {
        world.close();
    }

    String vpc(String block) {
        return ec2.createVpc(r -> r.cidrBlock(block)).vpc().vpcId();
    }

    String subnet(String vpc, String block, String zone) {
        return ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock(block).availabilityZone(zone))
                .subnet()
                .subnetId();
    }

    String attachedGateway(String vpc) {
        var id = ec2.createInternetGateway().internetGateway().internetGatewayId();
        ec2.attachInternetGateway(r -> r.internetGatewayId(id).vpcId(vpc));
        return id;
    }

    static Filter filter(String name, String... values) {
        return Filter.builder().name(name).values(values).build();
    }

    /** Calls as an AWS service does, or as the learner if that is null. */
    static <T> T as(@Nullable String service, ScopedValue.CallableOp<T, RuntimeException> call) {
        var caller = new Caller("arn:aws:iam::123456789012:role/r", "AROAPRACTICE:s", service);
        return ScopedValue.where(Caller.CURRENT, caller).call(call);
    }

    static AbstractThrowableAssert<?, ?> refused(String code, ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOfSatisfying(Ec2Exception.class,
                e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code));
    }
}
