package org.sipprovisioning.space;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;

/**
 * Stores instants as milliseconds since 1970-01-01T00:00:00Z. {@link Instant} is not a basic type of Jakarta Persistence 3.1, and a
 * date-time would pass through the server's time zone, in which 02:30 may not exist on one day of the year.
 */
@Converter(autoApply = true)
public class EpochMillisConverter implements AttributeConverter<Instant, Long> {

    @Override
    public Long convertToDatabaseColumn(Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    @Override
    public Instant convertToEntityAttribute(Long stored) {
        return stored == null ? null : Instant.ofEpochMilli(stored);
    }
}
