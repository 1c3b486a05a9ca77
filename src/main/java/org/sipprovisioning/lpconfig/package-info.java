/**
 * liblinphone's configuration, lpconfig: the {@code <config>} document that a phone fetches, the parser of the linphonerc files that it is
 * made from, the templates in their values, and the checks of documents that a phone could not use.
 *
 * <p>Promised: {@link org.sipprovisioning.lpconfig.Linphonerc} has what liblinphone would read from the same bytes, and a phone reads
 * without loss what {@link org.sipprovisioning.lpconfig.LpConfigXml} writes. There are two exceptions: keys that begin with a {@code #},
 * which liblinphone's own converter leaves out as well, and the bytes of other lines, which liblinphone may append to a last line
 * without an end. Reading and writing take time linear in the input. {@link org.sipprovisioning.lpconfig.SipSections} finds the faults
 * for which a phone would apply only a part of a document. No value ever appears in a message, because values may be secrets.
 *
 * <p>Out of scope: the meaning of sections and keys, except those by which a phone finds its SIP accounts ({@code proxy_N} and {@code
 * auth_info_N}). This package does not know accounts, spaces and tokens, and stores nothing.
 */
@XmlSchema(
        namespace = "http://www.linphone.org/xsds/lpconfig.xsd",
        elementFormDefault = XmlNsForm.QUALIFIED,
        // Without the empty prefix, JAXB would write ns2:config.
        xmlns = @XmlNs(prefix = "", namespaceURI = "http://www.linphone.org/xsds/lpconfig.xsd"))
@XmlAccessorType(XmlAccessType.NONE)
package org.sipprovisioning.lpconfig;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlNs;
import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
