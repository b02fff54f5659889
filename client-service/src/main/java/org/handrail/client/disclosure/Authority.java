package org.handrail.client.disclosure;

import org.handrail.client.client.ClientId;
import org.handrail.platform.caller.AgencyId;

/**
 * On whose record a release is judged.
 *
 * @param keeper the agency that keeps the client's record, whose consents and whose chain they are
 * @param byReply whether the discloser knows the client only through a disclosure that they
 *     received
 */
record Authority(AgencyId keeper, ClientId client, boolean byReply) {}
