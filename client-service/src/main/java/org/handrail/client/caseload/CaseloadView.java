package org.handrail.client.caseload;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a specialist carries.
 *
 * @param supervised whether what they do with their clients must be supervised, since no
 *     certification of theirs holds today (CERT-2)
 */
record CaseloadView(
    BigDecimal carried,
    BigDecimal cap,
    boolean away,
    boolean supervised,
    List<Caseloads.Place> clients) {}
