package org.handrail.client.breach;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What stands on the envelope of a breach's notice. Nothing of it tells that the person had to do
 * with substance use treatment.
 */
@ConfigurationProperties("handrail.breach-envelope")
record Envelope(String sender, String address) {}
