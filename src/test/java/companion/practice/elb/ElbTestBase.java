package companion.practice.elb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.practice.world.TestWorlds;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ElasticLoadBalancingV2Exception;

abstract class ElbTestBase {
    final Region region = new Region(TestWorlds.paused()).withNetwork();
    final ElasticLoadBalancingV2Client elb = region.elb;

    @AfterEach
    void end() {
        region.close();
    }

    static AbstractThrowableAssert<?, ?> refused(String code, ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOfSatisfying(
                ElasticLoadBalancingV2Exception.class,
                e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code));
    }
}
