package org.sipprovisioning.benchmark.constant;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Serves {@link ConstantResource} at the paths of the product. */
@ApplicationPath("/")
public class ConstantApplication extends Application {}
