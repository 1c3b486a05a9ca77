package org.sipprovisioning.space;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

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
