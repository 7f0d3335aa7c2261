package companion.practice.codebuild.tools;

import companion.practice.codebuild.shell.Call;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** {@code base64} and the checksums. */
final class Encodings {
    private Encodings() {}

    static int base64(Call call) throws ToolException {
        var flags = Flags.parse(call.arguments(), "dw:i", Map.of("decode", 'd', "wrap", 'w'));
        var bytes = Inputs.bytes(call, flags.operands());
        if (flags.has('d')) {
            try {
                var text = new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("\\s", "");
                call.io().out().write(Base64.getDecoder().decode(text));
                return 0;
            } catch (IllegalArgumentException e) {
                throw new ToolException("invalid input");
            }
        }
        int width = flags.number('w', 76);
        var encoded = Base64.getEncoder().encodeToString(bytes);
        call.print(
                width == 0
                        ? encoded
                        : encoded.replaceAll("(.{" + width + "})(?=.)", "$1\n") + (encoded.isEmpty() ? "" : "\n"));
        return 0;
    }

    static Tool checksum(String algorithm) {
        return call -> {
            var flags = Flags.parse(call.arguments(), "bt");
            for (var file : flags.operands().isEmpty() ? List.of("-") : flags.operands()) {
                call.println(HexFormat.of().formatHex(digest(algorithm, Inputs.file(call, file))) + "  " + file);
            }
            return 0;
        };
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has " + algorithm, e);
        }
    }
}
