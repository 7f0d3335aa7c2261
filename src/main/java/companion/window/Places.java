package companion.window;

import companion.aws.Connection;
import companion.aws.Profiles;
import companion.aws.Regions;
import companion.aws.Target;
import companion.console.Venue;
import companion.desktop.context.AppContext.PlaceChoice;
import companion.desktop.context.AppContext.RegionChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where else the window could go: the practice cloud, each profile of the AWS configuration, and each Region. */
public final class Places {
    private static final String PRACTICE = "practice";
    private static final String PROFILE = "profile ";
    private static final String HERE = "here";

    private final Connection connection;
    private final WindowArguments arguments;
    private final Consumer<List<String>> go;
    private final List<String> profiles = Profiles.names();

    /** @param go opens the window again with these connection options */
    public Places(Venue venue, WindowArguments arguments, Consumer<List<String>> go) {
        this.connection = venue.visit().connection();
        this.arguments = arguments;
        this.go = go;
    }

    List<PlaceChoice> all() {
        var choices = new ArrayList<PlaceChoice>();
        choices.add(new PlaceChoice(PRACTICE, "Practice cloud", connection.isPractice()));
        for (var name : profiles) {
            var target = new Target.Profile(name);
            choices.add(new PlaceChoice(PROFILE + name, target.label(), target.equals(connection.target())));
        }
        if (choices.stream().noneMatch(PlaceChoice::current)) {
            choices.add(new PlaceChoice(HERE, connection.target().label(), true));
        }
        return choices;
    }

    /** @param id of one of {@link #all} */
    void open(String id) {
        if (id.equals(PRACTICE)) {
            go.accept(arguments.at("--practice").options());
        } else if (id.startsWith(PROFILE)) {
            go.accept(arguments.at("--profile", id.substring(PROFILE.length())).options());
        }
    }

    /** All that have CodePipeline, and the one that is open even if it is not among them. */
    List<RegionChoice> regions() {
        var known = Regions.all().stream()
                .map(it -> new RegionChoice(it.id(), it.title(), it.id().equals(connection.region())))
                .collect(Collectors.toCollection(ArrayList::new));
        return known.stream().anyMatch(RegionChoice::current)
                ? known
                : Stream.concat(Stream.of(new RegionChoice(connection.region(), "", true)), known.stream()).toList();
    }

    void openRegion(String id) {
        go.accept(arguments.in(id).options());
    }
}
