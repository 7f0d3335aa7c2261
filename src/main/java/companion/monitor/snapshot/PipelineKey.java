package companion.monitor.snapshot;

/**
 * Which pipeline, of all that can be watched.
 *
 * @param account 12 digits
 */
public record PipelineKey(String account, String region, String name) implements Comparable<PipelineKey> {
    @Override
    public int compareTo(PipelineKey other) {
        int byName = name.compareToIgnoreCase(other.name);
        int byRegion = byName != 0 ? byName : region.compareTo(other.region);
        return byRegion != 0 ? byRegion : account.compareTo(other.account);
    }
}
