/**
 * What the product is for: the document that provisions a phone, by a single-use token or for a known caller, its QR code, and the
 * page that a browser sees instead. Gives out the tokens, too, as only here it is known under which URL they are good.
 */
package org.sipprovisioning.provisioning;
