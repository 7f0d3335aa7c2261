package companion.practice.s3;

import companion.practice.wire.AwsService;
import companion.practice.wire.TestDoor;
import companion.practice.world.Place;
import companion.practice.world.TestWorlds;
import companion.practice.world.World;
import software.amazon.awssdk.services.s3.S3Client;

/** An S3 behind a real front door, and a client before it. */
final class TestBuckets implements AutoCloseable {
    private final World world = TestWorlds.paused();
    private final S3Account account = new S3Account(TestDoor.ACCOUNT);
    private final TestDoor door;
    private final S3Client client;

    TestBuckets(String region) {
        this.door = TestDoor.to(AwsService.S3, room(region));
        this.client = door.client(S3Client.builder());
    }

    PracticeS3 room(String region) {
        return new PracticeS3(world, new Place(TestDoor.ACCOUNT, region), account);
    }

    World world() {
        return world;
    }

    TestDoor door() {
        return door;
    }

    S3Client client() {
        return client;
    }

    @Override
    public void close() {
        client.close();
        door.close();
        world.close();
    }
}
