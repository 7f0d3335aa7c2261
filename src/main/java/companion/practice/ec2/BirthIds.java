package companion.practice.ec2;

import companion.practice.world.Place;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.UnaryOperator;

/**
 * Ids of what a region has from the start. They come from the place's name and not from the world's ids, because a
 * region may come to be at the first look at it, and a look must leave no trace.
 */
final class BirthIds implements UnaryOperator<String> {
    private final Place place;
    private int given;

    BirthIds(Place place) {
        this.place = place;
    }

    @Override
    public String apply(String prefix) {
        var seed = place.account() + "/" + place.region() + "/" + prefix + "/" + given++;
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
            return prefix + "-0" + HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
