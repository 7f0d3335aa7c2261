package companion.practice.codebuild.shell;

/** A build container as its programs see it: files, time, and how much computing is left. */
public record Machine(FileTree files, Stopwatch clock, Budget budget) {}
