package org.sipprovisioning.space;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;

/**
 * Keeps instants as milliseconds since 1970. {@link Instant} is no basic type of Jakarta Persistence 3.1, and a date-time would pass
 * through the server's time zone, which has no 02:30 on one day a year.
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
