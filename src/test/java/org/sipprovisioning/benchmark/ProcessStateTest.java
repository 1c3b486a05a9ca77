package org.sipprovisioning.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProcessStateTest {
    private static final long OWN = ProcessHandle.current().pid();

    @Test
    void addsTimeInUserModeAndInKernelMode() {
        assertThat(ProcessState.parseCpuMillis("4711 (a) b) S 1 2 3 4 5 6 7 8 9 10 1200 34 99 98 20 0 17 0 5"))
                .isEqualTo(12_340);
    }

    @Test
    void machineIsBusyUnlessItIsIdleOrWaitsForADisk() {
        String stat = "cpu  100 20 30 5000 400 5 6 7 11 12\ncpu0 1 1 1 1 1 1 1 1 1 1\n";

        assertThat(ProcessState.parseMachineCpuMillis(stat)).isEqualTo(1_680);
    }

    @Test
    void readsANumberByTheNameOfItsLine() {
        String status = "Rss:  99 kB\nPss:              1234 kB\nPss_Anon:  5 kB\n";

        assertThat(ProcessState.parseNumber("Pss", status)).isEqualTo(1234);
        assertThatThrownBy(() -> ProcessState.parseNumber("Threads", status)).hasMessageContaining("Threads");
    }

    @Test
    void readsWhatLinuxSaysOfThisProcess() {
        long actual = ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();

        assertThat(ProcessState.cpuMillis(OWN)).isBetween(actual / 2, actual + 5_000);
        assertThat(ProcessState.machineCpuMillis()).isGreaterThanOrEqualTo(actual / 2);
        assertThat(ProcessState.pssKilobytes(OWN)).isBetween(10_000L, 10_000_000L);
        assertThat(ProcessState.threads(OWN)).isBetween(2L, 1000L);
    }
}
