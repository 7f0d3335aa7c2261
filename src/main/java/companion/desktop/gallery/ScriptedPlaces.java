package companion.desktop.gallery;

import companion.desktop.wall.places.WatchedPlace;
import companion.desktop.wall.places.WatchedPlaces;
import companion.monitor.snapshot.ReleaseSnapshot.Unread;
import companion.monitor.watch.push.PushState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Places that can be chosen and switched at once, without an account. */
public final class ScriptedPlaces implements WatchedPlaces {
    private final List<Consumer<List<WatchedPlace>>> listeners = new CopyOnWriteArrayList<>();
    private List<WatchedPlace> places;

    public ScriptedPlaces(List<WatchedPlace> places) {
        this.places = List.copyOf(places);
    }

    /** Three accounts: push in one, one that cannot be read. */
    static ScriptedPlaces several() {
        var elsewhere = "Only watched from here. Go to AWS, profile %s in the head of the window to turn it on or off.";
        return new ScriptedPlaces(List.of(
                place("prod", "441712342209", "eu-west-1", true, null, new PushState.On(), null),
                place("prod", "441712342209", "us-east-1", false, null, new PushState.Off(), null),
                place("stage", "552823453310", "us-west-2", false, null, new PushState.Off(), elsewhere.formatted("stage")),
                place(
                        "dev", "", "eu-central-1", false,
                        new Unread(
                                "Pipelines", "ExpiredTokenException",
                                "The security token included in the request is expired"),
                        new PushState.Off(), elsewhere.formatted("dev"))));
    }

    private static WatchedPlace place(
            String profile,
            String account,
            String region,
            boolean fixed,
            @Nullable Unread unread,
            PushState push,
            @Nullable String blocked) {
        return new WatchedPlace(
                profile + "|" + region, "AWS, profile " + profile, account, region, fixed, unread, push, blocked, "");
    }

    @Override
    public Runnable listen(Consumer<List<WatchedPlace>> listener) {
        listeners.add(listener);
        listener.accept(places);
        return () -> listeners.remove(listener);
    }

    private void become(List<WatchedPlace> next) {
        places = List.copyOf(next);
        listeners.forEach(listener -> listener.accept(places));
    }

    @Override
    public List<Choice> accounts() {
        return List.of(
                new Choice("prod", "AWS, profile prod"), new Choice("stage", "AWS, profile stage"),
                new Choice("dev", "AWS, profile dev"));
    }

    @Override
    public List<Choice> regions() {
        return List.of(
                new Choice("us-east-1", "us-east-1  US East (N. Virginia)"),
                new Choice("eu-west-1", "eu-west-1  Europe (Ireland)"));
    }

    @Override
    public void add(String account, String region, Consumer<String> refused) {
        if (places.stream().anyMatch(each -> each.id().equals(account + "|" + region))) {
            refused.accept(region + " of AWS, profile " + account + " is watched already.");
            return;
        }
        var next = new ArrayList<>(places);
        next.add(place(account, "441712342209", region, false, null, new PushState.Off(), null));
        become(next);
    }

    @Override
    public void remove(String place) {
        become(places.stream().filter(each -> !each.id().equals(place)).toList());
    }

    @Override
    public void planPush(String place, boolean on, Consumer<PushPlan> planned) {
        var name = "workshop-companion-5f3a1c";
        planned.accept(new PushPlan(
                on
                        ? List.of(
                                "aws sqs create-queue --queue-name " + name
                                        + " --attributes '{\"MessageRetentionPeriod\":\"300\",\"Policy\":\"{…}\"}' --region us-east-1",
                                "aws events put-rule --name " + name + " --event-pattern '{\"source\":[\"aws.codepipeline\","
                                        + "\"aws.codebuild\",\"aws.codedeploy\",\"aws.ecs\",\"aws.codecommit\"]}' --region us-east-1",
                                "aws events put-targets --rule " + name
                                        + " --targets '[{\"Id\":\"queue\",\"Arn\":\"arn:aws:sqs:us-east-1:441712342209:" + name
                                        + "\"}]' --region us-east-1")
                        : List.of("aws events remove-targets --rule " + name + " --ids queue --region us-east-1"),
                ""));
    }

    @Override
    public void push(String place, boolean on) {
        become(places.stream()
                .map(each -> each.id().equals(place) ? pushed(each, on ? new PushState.On() : new PushState.Off()) : each)
                .toList());
    }

    private static WatchedPlace pushed(WatchedPlace place, PushState state) {
        return new WatchedPlace(
                place.id(), place.name(), place.account(), place.region(), place.fixed(), place.unread(), state,
                place.pushBlocked(), "");
    }
}
