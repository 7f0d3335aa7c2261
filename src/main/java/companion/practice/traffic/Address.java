package companion.practice.traffic;

/** Where a site listens on the task network: a private IPv4 address and a port. */
public record Address(String ip, int port) {}
