package org.sipprovisioning.benchmark;

import java.time.Duration;
import java.util.List;

/**
 * An operation with its ceilings.
 *
 * @param loops the JDBC loop with the statements of the product, and that with the statements that are needed; empty if the
 *     operation does not use the database
 * @param warmUp the time until the rate of the product did not change any more
 */
record Row(Operation operation, Target product, Target constant, List<Target> loops, Duration warmUp) {}
