package org.sipprovisioning.provisioning.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.fault.Busy;
import org.sipprovisioning.hook.Context;
import org.sipprovisioning.hook.ProvisioningHook;
import org.sipprovisioning.it.Race;
import org.sipprovisioning.lpconfig.LpConfig;
import org.sipprovisioning.lpconfig.UnusableDocument;
import org.sipprovisioning.settings.Configured;

class HookCallsTest {
    private static final LpConfig DOCUMENT = new LpConfig();
    private static final Context NOBODY = HookTests.nobody(Map.of());

    private final Hook hook = new JavaHook("a.jar (A)", new ProvisioningHook() {});
    private HookCalls calls;

    @AfterEach
    void end() {
        calls.end();
    }

    @Test
    void runsOnAnotherThread() {
        start("PT10S");

        List<Thread> ranOn = new ArrayList<>();
        calls.call(hook, NOBODY, () -> {
            ranOn.add(Thread.currentThread());
            return DOCUMENT;
        });

        assertThat(ranOn).hasSize(1).doesNotContain(Thread.currentThread());
    }

    @Test
    void tellsWhatWasThrownWithoutItsMessage() {
        start("PT10S");

        assertThatThrownBy(() -> calls.call(hook, HookTests.alice(), () -> {
                    throw new IllegalStateException("ha1 of alice");
                }))
                .isInstanceOf(HookFailed.class)
                .hasNoCause()
                .hasMessageStartingWith("Hook a.jar (A): java.lang.IllegalStateException at ")
                .hasMessageContaining("HookCallsTest.java:")
                .hasMessageNotContaining("ha1");
    }

    @Test
    void tellsAFaultOfOurOwnAsItIs() {
        start("PT10S");

        assertThatThrownBy(() -> calls.call(hook, NOBODY, () -> {
                    throw new IllegalStateException("x", new UnusableDocument("a gap"));
                }))
                .isInstanceOf(HookFailed.class)
                .hasMessage("Hook a.jar (A): a gap");
    }

    @Test
    void anErrorIsAFailureAsWell() {
        start("PT10S");

        assertThatThrownBy(() -> calls.call(hook, NOBODY, () -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(HookFailed.class)
                .hasMessageContaining("StackOverflowError");
    }

    @Test
    void namesAccountAndHookForTheAuditTrail() {
        start("PT10S");

        assertThatThrownBy(() -> calls.call(hook, HookTests.alice(), () -> {
                    throw new UnusableDocument("a gap");
                }))
                .isInstanceOfSatisfying(HookFailed.class, failed -> {
                    assertThat(failed.event().account()).hasValue("sip:alice@example.org");
                    assertThat(failed.event().space()).hasValue("example.org");
                    assertThat(failed.event().detail()).hasValue("a.jar (A): a gap");
                    assertThat(failed.event().refused()).isTrue();
                });
    }

    @Test
    void afterFourCallsThatHangTheHookIsOff() {
        start("PT0.02S");
        for (int i = 0; i < 4; i++) {
            assertThat(hook.isOff()).isFalse();
            assertThatThrownBy(() -> calls.call(hook, NOBODY, HookCallsTest::hang))
                    .isInstanceOf(HookFailed.class)
                    .hasMessage("Hook a.jar (A): took longer than PT0.02S");
        }

        assertThat(hook.isOff()).isTrue();
        assertThat(calls.call(hook, NOBODY, HookCallsTest::hang)).isEmpty();
    }

    /** A call that ignores the interrupt keeps its thread, but does not count among the calls that may run at once. */
    @Test
    void aCallThatWasGivenUpIsInNobodysWay() {
        start("PT0.02S");
        CountDownLatch end = new CountDownLatch(1);
        for (int i = 0; i < 20; i++) {
            Hook slow = new JavaHook("slow", new ProvisioningHook() {});
            assertThatThrownBy(() -> calls.call(slow, NOBODY, () -> stubborn(end)))
                    .isInstanceOf(HookFailed.class);
        }

        assertThat(calls.call(hook, NOBODY, () -> DOCUMENT)).hasValue(DOCUMENT);
        end.countDown();
    }

    @Test
    void atMostEightAtOnce() throws Exception {
        start("PT30S");
        CountDownLatch running = new CountDownLatch(8);
        CountDownLatch end = new CountDownLatch(1);
        ExecutorService crowd = Executors.newCachedThreadPool();
        try {
            List<Future<Optional<LpConfig>>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                answers.add(crowd.submit(() -> calls.call(hook, NOBODY, () -> {
                    running.countDown();
                    end.await();
                    return DOCUMENT;
                })));
            }
            running.await();

            assertThatThrownBy(() -> calls.call(hook, HookTests.alice(), () -> DOCUMENT))
                    .isInstanceOf(Busy.class);
            end.countDown();
            for (Future<Optional<LpConfig>> answer : answers) {
                assertThat(answer.get()).hasValue(DOCUMENT);
            }
            assertThat(calls.call(hook, NOBODY, () -> DOCUMENT)).hasValue(DOCUMENT);
        } finally {
            crowd.shutdownNow();
        }
    }

    /** A request for the base document may wait, because while it waits it holds nothing that others need. */
    @Test
    void aDocumentForAllWaitsUntilAHookThatHangsIsGivenUp() {
        start("PT0.5S");
        List<Optional<LpConfig>> answers = Race.run(
                9,
                client -> client < 8
                        ? hangFor(HookTests.alice())
                        : calls.call(new JavaHook("b", new ProvisioningHook() {}), NOBODY, () -> DOCUMENT));

        assertThat(answers.get(8)).hasValue(DOCUMENT);
    }

    @Test
    void whatCannotBeLoadedIsToldInFull() {
        start("PT0.02S");

        assertThatThrownBy(() -> calls.load(() -> {
                    throw new java.util.ServiceConfigurationError("Provider X not found");
                }))
                .isInstanceOf(BrokenHook.class)
                .hasMessageContaining("Provider X not found");
    }

    private void start(String timeout) {
        calls = HookTests.calls(Configured.settings("hooks.timeout", timeout));
    }

    private Optional<LpConfig> hangFor(Context context) {
        try {
            return calls.call(hook, context, HookCallsTest::hang);
        } catch (HookFailed | Busy expected) {
            return Optional.empty();
        }
    }

    private static LpConfig hang() throws InterruptedException {
        new CountDownLatch(1).await();
        return DOCUMENT;
    }

    private static LpConfig stubborn(CountDownLatch end) {
        while (true) {
            try {
                end.await();
                return DOCUMENT;
            } catch (InterruptedException e) {
                continue;
            }
        }
    }
}
