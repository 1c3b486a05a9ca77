/**
 * The {@code <config>} document that a phone fetches, and the parser of the linphonerc files it is made from.
 *
 * <p>Promised: what {@link org.sipprovisioning.lpconfig.Linphonerc} reads is what liblinphone would have read from the
 * same bytes, and what {@link org.sipprovisioning.lpconfig.LpConfigXml} writes a phone reads without loss. Two things of
 * liblinphone's we leave out: keys that begin with a {@code #}, as its own converter does, and the bytes of other lines
 * that it may append to a last line without an end. Both are linear in their input. No value ever appears in a message:
 * values are secrets.
 *
 * <p>Out of scope: what the sections and keys mean. Accounts, spaces and tokens are unknown here.
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
