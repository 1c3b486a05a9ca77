package org.sipprovisioning.space;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * One revision of a space's linphonerc entries. A revision never changes: other entries are a new revision. Caches use its id as their
 * key. The text is stored gzipped, so that the largest one fits into MariaDB's default packet (16 MiB).
 */
@SuppressWarnings("unused") // Queries and the persistence provider read fields that no Java code reads
@Entity
@Table(name = "linphonerc_entries")
public class LinphonercEntries {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "space_id")
    private long spaceId;

    @Lob
    @Column(name = "content")
    private byte[] content;

    @Column(name = "created_at")
    private Instant createdAt;

    protected LinphonercEntries() {}

    LinphonercEntries(Space space, String text) {
        this.spaceId = space.id();
        this.content = gzip(text.getBytes(UTF_8));
        this.createdAt = Instant.now();
    }

    long id() {
        return id;
    }

    /** Returns the text in UTF-8. */
    byte[] utf8() {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Revision " + id + " of linphonerc entries is damaged", e);
        }
    }

    private static byte[] gzip(byte[] utf8) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(utf8);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory has no I/O errors", e);
        }
        return zipped.toByteArray();
    }
}
