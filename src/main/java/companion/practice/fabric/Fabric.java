package companion.practice.fabric;

/** The seams of one region, asked for when they are needed, as with {@link Services}. */
public interface Fabric {
    Trust trust();

    EventBus events();

    Images images();

    TaskNetwork network();

    PipelineBuilds builds();

    EventFeed feed();

    QueueDelivery queues();
}
