/** Every endpoint of the service, as its own description names them, and requests made from it. */
@NullMarked
package org.handrail.client.endpoint;

import org.jspecify.annotations.NullMarked;
