package companion.practice.cloudformation.resource;

import companion.practice.world.Place;
import java.util.Map;

/**
 * A resource that was made.
 *
 * @param physicalId what Ref gives, too
 * @param properties with which it was last made or changed
 * @param tags with which it was last made or changed
 */
public record Existing(Place place, String physicalId, Properties properties, Map<String, String> tags) {}
