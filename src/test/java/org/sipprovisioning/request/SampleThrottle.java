package org.sipprovisioning.request;

import org.sipprovisioning.settings.Settings;

/** A throttle for tests of other packages. */
public final class SampleThrottle {
    private SampleThrottle() {}

    public static Throttle of(Settings settings, RequestTarget target) {
        Throttle throttle = new Throttle();
        throttle.settings = settings;
        throttle.target = target;
        throttle.setUp();
        return throttle;
    }
}
