package org.sipprovisioning.hook;

import java.util.List;

/**
 * Completes the documents that phones fetch. Each method is asked where its part is composed, and may leave it as it is, which is what
 * the methods here do.
 *
 * <p>One instance is asked by many threads at once. It is asked after the phone's token was used up and before that is final: a hook
 * that throws anything, takes longer than {@code provisioning.hooks.timeout}, or makes a document that a phone could not use makes the
 * answer a 500, and nothing has happened, the token is still good. What it throws appears in the log by its type and place only, as a
 * message may hold a secret. A hook that was given up waiting for four times is not asked any more until it is loaded anew.
 */
public interface ProvisioningHook {

    /**
     * Completes the account's own proxy.
     *
     * @param proxy section {@code proxy_0}, as far as it is known
     * @return what the phone shall get instead, of the same name
     */
    default Section completeProxy(Context context, Section proxy) {
        return proxy;
    }

    /**
     * Completes what the phone logs in by: asked for each credential of an account's document, its own, its external account's, those
     * of its address books and those that the space's entries have. {@link Context#algorithm()} is the credential's.
     *
     * @param authInfo a section {@code auth_info_N}; its {@code ha1} is a secret
     * @return what the phone shall get instead, of the same name
     */
    default Section completeAuthInfo(Context context, Section authInfo) {
        return authInfo;
    }

    /**
     * Adds to a document, also to one without an account.
     *
     * @return sections; the entries of one that is there already join it, and replace what has the same key
     */
    default List<Section> addSections(Context context) {
        return List.of();
    }
}
