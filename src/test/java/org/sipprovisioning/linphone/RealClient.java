package org.sipprovisioning.linphone;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that needs Debian's liblinphone. The profile {@code real-client} runs these classes. The display names
 * of their successful tests become the statements of docs/compatibility.md.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("real-client")
@ExtendWith(Proofs.class)
@interface RealClient {}
