package companion.workshops.bluegreen;

import companion.workshop.CleanUp;
import companion.workshop.Values;
import companion.workshops.shared.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Removes the workshop in the order in which its parts let go of each other. */
final class BlueGreenCleanUp implements CleanUp {
    private final Site site;

    BlueGreenCleanUp(Site site) {
        this.site = site;
    }

    @Override
    public Map<Integer, String> groups() {
        return Map.of(
                Names.STOP, "Stop what runs",
                Names.PIPELINE_GROUP, "Pipeline and its trigger",
                Names.STACK_GROUP, "Set-up stack " + Names.CLUSTER_STACK,
                Names.STORES_GROUP, "Images, files and roles");
    }

    @Override
    public List<Removal> removals(Values values) {
        var names = new Names(site, values);
        var all = new ArrayList<Removal>();
        all.addAll(new StopRemovals(site).list());
        all.addAll(new PipelineRemovals(site).list());
        all.addAll(new StackRemovals(site).list());
        all.addAll(new StoreRemovals(names).list());
        return List.copyOf(all);
    }

    @Override
    public List<Proof> prove(Values values) throws Exception {
        return new Listings(new Names(site, values)).ask();
    }

    @Override
    public String leftOnPurpose() {
        return "2 service-linked roles, ECS and Elastic Load Balancing. They are free, and other services may use"
                + " them. Your working copy stays too.";
    }
}
