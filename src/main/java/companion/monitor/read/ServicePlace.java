package companion.monitor.read;

import java.util.List;

/**
 * The ECS service that a pipeline deploys to.
 *
 * @param listeners ARNs of the production listeners, where the deployment group names them
 */
record ServicePlace(String cluster, String service, List<String> listeners) {}
