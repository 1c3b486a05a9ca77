package org.sipprovisioning.lpconfig;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBContextFactory;
import jakarta.xml.bind.JAXBException;
import java.util.Map;
import org.eclipse.persistence.jaxb.XMLBindingContextFactory;

/** The JAXB runtimes that a server may have. Each has its own way to escape, to indent and to read attributes. */
enum JaxbRuntime {
    REFERENCE(new org.glassfish.jaxb.runtime.v2.JAXBContextFactory()),
    MOXY(new XMLBindingContextFactory());

    private final JAXBContext context;

    JaxbRuntime(JAXBContextFactory factory) {
        try {
            context = factory.createContext(new Class<?>[] {LpConfig.class}, Map.of());
        } catch (JAXBException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] write(LpConfig config) {
        return LpConfigXml.write(config, context);
    }

    LpConfig read(byte[] xml) {
        return LpConfigXml.read(xml, context);
    }
}
