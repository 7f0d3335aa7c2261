package companion.practice.ecr;

import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the names in registry paths mean. AWS has one registry host per region; the practice cloud has one port, so
 * there a repository of us-east-1 goes by its own name, one of another region by {@code <region>/<name>}, and a
 * public image by its host and name, such as {@code public.ecr.aws/nginx/nginx}.
 */
final class Registries {
    static final String DEFAULT_REGION = "us-east-1";

    private static final Pattern REGIONAL = Pattern.compile("([a-z]{2}(?:-[a-z]+)+-\\d)/(.+)");

    /** @param room of the region, null if there is no such region */
    record Target(String region, String repository, @Nullable PracticeEcr room) {
        @Nullable ImageRepository find() {
            return room == null ? null : room.repositories().find(repository);
        }
    }

    private final PublicImages publicImages;
    private final Function<String, @Nullable PracticeEcr> regions;

    Registries(PublicImages publicImages, Function<String, @Nullable PracticeEcr> regions) {
        this.publicImages = publicImages;
        this.regions = regions;
    }

    static String nameOf(String region, String repository) {
        return region.equals(DEFAULT_REGION) ? repository : region + "/" + repository;
    }

    /** The public image of that name, which anybody may pull and nobody push; null if the name is none of those. */
    @Nullable ImageSource publicImage(String name) {
        return publicImages.find(name);
    }

    /** The repository of the account that a name means, whether there is one or not. */
    Target target(String name) {
        var regional = REGIONAL.matcher(name);
        if (regional.matches()) {
            var room = regions.apply(regional.group(1));
            if (room != null) {
                return new Target(regional.group(1), regional.group(2), room);
            }
        }
        return new Target(DEFAULT_REGION, name, regions.apply(DEFAULT_REGION));
    }

    Target target(String region, String repository) {
        return new Target(region, repository, regions.apply(region));
    }
}
