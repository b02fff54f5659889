package org.handrail.client.client;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The notice of 42 CFR 2.22 that is given now, and how often somebody is reminded of one that
 * waits.
 *
 * @param version who was given another one is offered this
 */
@ConfigurationProperties("handrail.notice")
record CurrentNotice(String version, Duration remindEvery) {}
