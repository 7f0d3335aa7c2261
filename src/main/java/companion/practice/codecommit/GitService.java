package companion.practice.codecommit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;
import org.jspecify.annotations.Nullable;

/**
 * The server side of Git's protocol over one repository, one request at a time: bytes in, bytes out. Under the
 * world's lock only.
 */
final class GitService {
    static final String UPLOAD = "git-upload-pack";
    static final String RECEIVE = "git-receive-pack";

    private final CodeRepository repository;

    GitService(CodeRepository repository) {
        this.repository = repository;
    }

    /**
     * The references, as a client asks for them first.
     *
     * @param protocol the parts of the Git-Protocol header
     */
    byte[] advertise(String service, Collection<String> protocol) throws IOException {
        var out = new ByteArrayOutputStream();
        var packets = new PacketLineOut(out);
        var advertiser = new PacketLineOutRefAdvertiser(packets);
        if (service.equals(UPLOAD)) {
            uploadPack(protocol).sendAdvertisedRefs(advertiser, UPLOAD);
        } else {
            packets.writeString("# service=" + RECEIVE + "\n");
            packets.end();
            receivePack().sendAdvertisedRefs(advertiser);
        }
        return out.toByteArray();
    }

    /** Answers a fetch. */
    byte[] upload(byte[] request, Collection<String> protocol) throws IOException {
        var out = new ByteArrayOutputStream();
        // Whatever goes wrong is told to the client in the protocol.
        uploadPack(protocol).upload(new ByteArrayInputStream(request), out, null);
        return out.toByteArray();
    }

    /**
     * Takes in a push.
     *
     * @param response what the client is to get
     * @param changes the references that it changed, in the order of the request
     */
    record Received(byte[] response, List<RefChange> changes) {}

    Received receive(byte[] request) throws IOException {
        var out = new ByteArrayOutputStream();
        var changes = new ArrayList<RefChange>();
        var pack = receivePack();
        pack.setPostReceiveHook((receiving, done) -> done.forEach(command -> changes.add(
                new RefChange(command.getRefName(), present(command.getOldId()), present(command.getNewId())))));
        pack.receive(new ByteArrayInputStream(request), out, null);
        return new Received(out.toByteArray(), List.copyOf(changes));
    }

    private UploadPack uploadPack(Collection<String> protocol) {
        var pack = new UploadPack(repository.git());
        pack.setBiDirectionalPipe(false);
        pack.setExtraParameters(protocol);
        return pack;
    }

    private ReceivePack receivePack() {
        var pack = new ReceivePack(repository.git());
        pack.setBiDirectionalPipe(false);
        pack.setAllowNonFastForwards(true);
        pack.setPreReceiveHook((receiving, commands) -> commands.forEach(this::keepDefaultBranch));
        return pack;
    }

    private void keepDefaultBranch(ReceiveCommand command) {
        if (command.getType() == ReceiveCommand.Type.DELETE
                && command.getRefName().equals(Constants.R_HEADS + repository.defaultBranch())) {
            command.setResult(
                    ReceiveCommand.Result.REJECTED_OTHER_REASON, "deletion of the current branch prohibited");
        }
    }

    private static @Nullable ObjectId present(ObjectId id) {
        return id.equals(ObjectId.zeroId()) ? null : id.copy();
    }
}
