package companion.practice.elb;

import companion.practice.fabric.Fault;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteListenerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DuplicateListenerException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ListenerNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TooManyListenersException;

/** Listeners. Each has a default rule, which is its default actions seen as a rule. */
final class Listeners {
    static final int QUOTA = 50;

    private final ElbState state;
    private final Actions actions;
    private final TagSets tags;
    private final ListenerPorts ports;
    private final Rules rules;
    private final Wiring wiring;

    Listeners(ElbState state, Actions actions, TagSets tags, ListenerPorts ports, Rules rules, Wiring wiring) {
        this.state = state;
        this.actions = actions;
        this.tags = tags;
        this.ports = ports;
        this.rules = rules;
        this.wiring = wiring;
    }

    CreateListenerResponse create(CreateListenerRequest request) {
        var balancer = state.loadBalancer(request.loadBalancerArn());
        boolean application = balancer.type() == LoadBalancerTypeEnum.APPLICATION;
        var port = port(ElbFault.required(request.port(), "port"));
        var protocol = protocol(
                balancer,
                Objects.requireNonNullElse(
                        request.protocol(), application ? ProtocolEnum.HTTP : ProtocolEnum.TCP));
        var draft = Listener.builder()
                .loadBalancerArn(balancer.loadBalancerArn())
                .port(port)
                .protocol(protocol)
                .certificates(certificates(protocol, request.certificates()))
                .sslPolicy(sslPolicy(protocol, request.sslPolicy()))
                .build();
        var checked = actions.checked(ElbFault.some(request.defaultActions(), "defaultActions"), draft);
        var wantedTags = TagSets.checked(request.tags());
        var wanted = draft.toBuilder().defaultActions(checked).build();
        var samePort = state.listenersOf(balancer.loadBalancerArn()).stream()
                .filter(l -> l.port().equals(port))
                .findFirst();
        if (samePort.isPresent()) {
            // The same call again is answered again; that is how load balancing lets a client repeat it.
            if (samePort.get().toBuilder().listenerArn(null).build().equals(wanted)) {
                return CreateListenerResponse.builder().listeners(samePort.get()).build();
            }
            throw Fault.of(
                    DuplicateListenerException.builder(),
                    "DuplicateListener",
                    "A listener already exists on this port for this load balancer '" + balancer.loadBalancerArn()
                            + "'");
        }
        if (state.listenersOf(balancer.loadBalancerArn()).size() >= QUOTA) {
            throw Fault.of(
                    TooManyListenersException.builder(),
                    "TooManyListeners",
                    "The maximum number of listeners has been reached on load balancer '"
                            + balancer.loadBalancerArn() + "'");
        }
        var arn = balancer.loadBalancerArn().replace(":loadbalancer/", ":listener/") + "/"
                + state.world.ids().hex(16);
        var listener = wanted.toBuilder().listenerArn(arn).build();
        ports.give(listener);
        state.listeners.put(arn, listener);
        tags.put(arn, wantedTags);
        rules.addDefault(listener);
        wiring.update();
        return CreateListenerResponse.builder().listeners(listener).build();
    }

    private static int port(Integer port) {
        ElbFault.range(port, "port", 1, 65_535);
        return port;
    }

    private static ProtocolEnum protocol(LoadBalancer balancer, ProtocolEnum protocol) {
        if (balancer.type() == LoadBalancerTypeEnum.APPLICATION) {
            if (!Actions.isHttp(protocol)) {
                throw ElbFault.validation("Listener protocol '" + protocol + "' must be one of 'HTTPS, HTTP'");
            }
        } else if (Actions.isHttp(protocol)) {
            throw ElbFault.validation(
                    "Listener protocol '" + protocol + "' must be one of 'UDP, TCP, TCP_UDP, TLS'");
        } else if (protocol != ProtocolEnum.TCP) {
            throw new UnsupportedOperationException(
                    "The practice cloud's network load balancers listen on TCP, not on " + protocol);
        }
        return protocol;
    }

    private static List<Certificate> certificates(ProtocolEnum protocol, List<Certificate> given) {
        if (protocol != ProtocolEnum.HTTPS) {
            if (!given.isEmpty()) {
                throw ElbFault.validation("Certificates can only be specified for secure listeners");
            }
            return List.of();
        }
        if (given.isEmpty()) {
            throw ElbFault.validation("A certificate must be specified for HTTPS listeners");
        }
        if (given.size() > 1) {
            throw ElbFault.validation("Exactly one default certificate must be specified");
        }
        return given;
    }

    private static @Nullable String sslPolicy(ProtocolEnum protocol, @Nullable String wanted) {
        return protocol == ProtocolEnum.HTTPS ? SslPolicies.checked(wanted) : null;
    }

    ModifyListenerResponse modify(ModifyListenerRequest request) {
        var listener = state.listener(request.listenerArn());
        var balancer = state.loadBalancer(listener.loadBalancerArn());
        var port = request.port() == null ? listener.port() : Integer.valueOf(port(request.port()));
        boolean taken = state.listenersOf(balancer.loadBalancerArn()).stream()
                .anyMatch(l -> l.port().equals(port) && !l.listenerArn().equals(listener.listenerArn()));
        if (taken) {
            throw ElbFault.validation("Listener port '" + port + "' is already in use");
        }
        var protocol = protocol(balancer, Objects.requireNonNullElse(request.protocol(), listener.protocol()));
        boolean staysSecure = protocol == ProtocolEnum.HTTPS && request.certificates().isEmpty();
        var draft = listener.toBuilder()
                .port(port)
                .protocol(protocol)
                .certificates(certificates(
                        protocol, staysSecure ? listener.certificates() : request.certificates()))
                .sslPolicy(sslPolicy(
                        protocol, request.sslPolicy() == null ? listener.sslPolicy() : request.sslPolicy()))
                .build();
        var changed = request.defaultActions().isEmpty()
                ? draft
                : draft.toBuilder()
                        .defaultActions(actions.checked(request.defaultActions(), draft))
                        .build();
        state.listeners.put(changed.listenerArn(), changed);
        rules.defaultChanged(changed);
        wiring.update();
        return ModifyListenerResponse.builder().listeners(changed).build();
    }

    DeleteListenerResponse delete(DeleteListenerRequest request) {
        remove(state.listener(request.listenerArn()));
        wiring.update();
        return DeleteListenerResponse.builder().build();
    }

    /** Takes a listener and its rules away; targets learn of it with the next update. */
    void remove(Listener listener) {
        var arn = listener.listenerArn();
        state.rulesOf(arn).forEach(r -> rules.remove(r.ruleArn()));
        state.listeners.remove(arn);
        state.forget(arn);
        ports.forget(arn);
    }

    DescribeListenersResponse describe(DescribeListenersRequest request) {
        List<Listener> found;
        if (!request.listenerArns().isEmpty()) {
            found = request.listenerArns().stream().map(this::byArn).toList();
        } else if (request.loadBalancerArn() != null) {
            found = state.listenersOf(state.loadBalancer(request.loadBalancerArn()).loadBalancerArn());
        } else {
            throw ElbFault.validation("You must specify either listener ARNs or a load balancer ARN");
        }
        var page = Pages.of(found, request.marker(), request.pageSize());
        return DescribeListenersResponse.builder()
                .listeners(page.items())
                .nextMarker(page.nextMarker())
                .build();
    }

    private Listener byArn(String arn) {
        var listener = state.listeners.get(arn);
        if (listener == null) {
            throw Fault.of(
                    ListenerNotFoundException.builder(), "ListenerNotFound", "One or more listeners not found");
        }
        return listener;
    }
}
