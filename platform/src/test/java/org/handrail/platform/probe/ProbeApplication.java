package org.handrail.platform.probe;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A service as small as can be, made of nothing but what the platform gives. */
@SpringBootApplication
public class ProbeApplication {}
