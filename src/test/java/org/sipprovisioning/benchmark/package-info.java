/**
 * Measures the speed of the main requests beside two ceilings: {@code ./mvnw verify -Pbenchmark}. docs/performance.md says
 * how, and holds the results.
 */
package org.sipprovisioning.benchmark;
