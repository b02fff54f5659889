/**
 * Calls from service to service, in a person's name: {@link
 * org.handrail.platform.calls.ServiceCalls}.
 */
@NullMarked
package org.handrail.platform.calls;

import org.jspecify.annotations.NullMarked;
