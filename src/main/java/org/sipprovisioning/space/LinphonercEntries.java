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
 * One revision of a space's linphonerc entries: never changed, replaced by another one. Its id names it in caches. Kept
 * gzipped, so that the largest text fits into MariaDB's default packet.
 */
@SuppressWarnings("unused") // Queries read what no Java does
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
