/** How a service reaches Kafka, and the form of its events there: CloudEvents in binary mode. */
@NullMarked
package org.handrail.platform.messaging;

import org.jspecify.annotations.NullMarked;
