package org.sipprovisioning.linphone;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class whose tests need Debian's liblinphone: the profile {@code real-client} runs them. What they prove, by their display names, goes
 * into docs/compatibility.md.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("real-client")
@ExtendWith(Proofs.class)
@interface RealClient {}
