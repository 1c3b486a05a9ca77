package org.sipprovisioning.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBException;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class RetryInterceptorTest {

    private static final Exception DEADLOCK =
            new EJBException(new RuntimeException(new SQLException("", "40001", 1213)));
    private static final Exception AWAY = new EJBException(new RuntimeException(new SQLException("", "08S01", 0)));

    private final RetryInterceptor interceptor = new RetryInterceptor();
    private int calls;

    @Test
    void callsOnceWhatPasses() throws Exception {
        assertThat(interceptor.retry(failing(0, DEADLOCK))).isEqualTo("done");
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void callsAgainUntilItPasses() throws Exception {
        assertThat(interceptor.retry(failing(9, DEADLOCK))).isEqualTo("done");
        assertThat(calls).isEqualTo(10);
    }

    @Test
    void givesUpAtLast() {
        assertThatThrownBy(() -> interceptor.retry(failing(10, DEADLOCK))).isSameAs(DEADLOCK);
        assertThat(calls).isEqualTo(10);
    }

    @Test
    void doesNotRepeatWhatWouldFailAgain() {
        assertThatThrownBy(() -> interceptor.retry(failing(1, AWAY))).isSameAs(AWAY);
        assertThat(calls).isEqualTo(1);
        assertThatThrownBy(() -> interceptor.retry(failing(2, new NotFound()))).isInstanceOf(NotFound.class);
        assertThat(calls).isEqualTo(2);
    }

    private InvocationContext failing(int times, Exception failure) {
        return (InvocationContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {InvocationContext.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("proceed");
                    if (calls++ < times) {
                        throw failure;
                    }
                    return "done";
                });
    }
}
