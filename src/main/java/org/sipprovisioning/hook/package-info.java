/**
 * What a hook is written against: code of the operator's that completes the documents that phones fetch. Version 1.
 *
 * <p>A hook implements {@link org.sipprovisioning.hook.ProvisioningHook}. It is packed in a jar that names it in {@code
 * META-INF/services/org.sipprovisioning.hook.ProvisioningHook} and put into the directory that {@code provisioning.hooks.dir} names; or
 * it is a CDI bean of the application. Hooks are trusted: they run inside the server, with its rights.
 *
 * <p>Promised: this package imports nothing of the server's. It has a version of its own, by Semantic Versioning: within version 1
 * whatever was written against it keeps compiling and running; records get no further components.
 */
package org.sipprovisioning.hook;
