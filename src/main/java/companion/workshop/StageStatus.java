package companion.workshop;

/** Where a stage stands, as its steps add up. */
public enum StageStatus {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    STOPPED
}
