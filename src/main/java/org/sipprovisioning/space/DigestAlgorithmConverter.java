package org.sipprovisioning.space;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores a Digest algorithm by its name, {@code MD5} or {@code SHA-256}. */
@Converter(autoApply = true)
public class DigestAlgorithmConverter implements AttributeConverter<DigestAlgorithm, String> {

    @Override
    public String convertToDatabaseColumn(DigestAlgorithm algorithm) {
        return algorithm == null ? null : algorithm.token();
    }

    @Override
    public DigestAlgorithm convertToEntityAttribute(String stored) {
        return stored == null ? null : DigestAlgorithm.parse(stored);
    }
}
