package org.sipprovisioning.benchmark;

/**
 * One run, as it was measured from outside.
 *
 * @param serverCpu the CPU time that the server (or the program of the JDBC loop) used for an operation, in milliseconds
 * @param databaseCpu the CPU time that MariaDB used for an operation, in milliseconds
 * @param generatorCpu the CPU time that the load generator used for an operation, in milliseconds
 * @param statements the statements for an operation
 * @param commits the commits for an operation
 * @param otherLoad the part of the machine's CPU time that other processes used
 */
record Window(
        Sample sample,
        double serverCpu,
        double databaseCpu,
        double generatorCpu,
        double statements,
        double commits,
        double otherLoad) {

    double perSecond() {
        return sample.perSecond();
    }

    double cpu() {
        return serverCpu + databaseCpu;
    }

    double p50() {
        return sample.p50Nanos() / 1e6;
    }

    double p99() {
        return sample.p99Nanos() / 1e6;
    }
}
