package org.handrail.client.client;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Notices that wait until the client can take them in.
 *
 * @param remindEvery how often somebody is reminded of one
 */
@ConfigurationProperties("handrail.papers")
record WaitingNotices(Duration remindEvery) {}
