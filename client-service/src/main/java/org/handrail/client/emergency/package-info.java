/**
 * What medical personnel may learn in a bona fide emergency, 42 CFR 2.51: the client's emergency
 * card, the record of each access, its review.
 */
@NullMarked
package org.handrail.client.emergency;

import org.jspecify.annotations.NullMarked;
