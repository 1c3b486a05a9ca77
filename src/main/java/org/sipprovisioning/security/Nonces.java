package org.sipprovisioning.security;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.sipprovisioning.account.Secret;
import org.sipprovisioning.space.Space;

/**
 * Issues and verifies the nonces of Digest challenges (RFC 7616 §3.3). A nonce holds random bits, the time, the space and a seal. Nothing
 * is stored for it, and each node accepts the nonces of the others.
 */
@ApplicationScoped
public class Nonces {
    private static final int RANDOM_BYTES = 16;
    private static final int CONTENT_BYTES = RANDOM_BYTES + 2 * Long.BYTES;
    private static final int SEAL_BYTES = 32;

    @Inject
    Seal seal;

    private final Clock clock = Clock.systemUTC();

    /** Returns a new nonce, in base64url without padding. */
    String issue(Space space) {
        byte[] content = ByteBuffer.allocate(CONTENT_BYTES)
                .put(Base64.getUrlDecoder()
                        .decode(Secret.random(RANDOM_BYTES * Byte.SIZE).value()))
                .putLong(clock.millis())
                .putLong(space.id())
                .array();
        byte[] sealed = ByteBuffer.allocate(CONTENT_BYTES + SEAL_BYTES)
                .put(content)
                .put(seal.of(content))
                .array();
        return text(sealed);
    }

    /** Returns empty if the text is not a nonce that a node of this installation has issued. Returns expired nonces as well. */
    Optional<Nonce> read(String text) {
        return decode(text)
                .filter(bytes -> bytes.length == CONTENT_BYTES + SEAL_BYTES)
                .filter(bytes -> MessageDigest.isEqual(
                        seal.of(Arrays.copyOf(bytes, CONTENT_BYTES)),
                        Arrays.copyOfRange(bytes, CONTENT_BYTES, bytes.length)))
                .map(Nonces::nonce);
    }

    /** Returns the {@code opaque} of every challenge. Clients must send it back; it has no meaning for them. */
    String opaque() {
        return text(Arrays.copyOf(seal.of("opaque".getBytes(US_ASCII)), RANDOM_BYTES));
    }

    private static Nonce nonce(byte[] sealed) {
        ByteBuffer content = ByteBuffer.wrap(sealed);
        byte[] random = new byte[RANDOM_BYTES];
        content.get(random);
        return new Nonce(text(random), Instant.ofEpochMilli(content.getLong()), content.getLong());
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Optional<byte[]> decode(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text))
                    .filter(bytes -> text(bytes).equals(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
