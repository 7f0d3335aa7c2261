package companion.practice.traffic;

/**
 * Where to reach a listener of a load balancer.
 *
 * @param loadBalancer its name
 * @param listenerPort as AWS knows it, for example 80
 * @param loopbackPort on 127.0.0.1
 */
public record Route(String loadBalancer, int listenerPort, int loopbackPort) {}
