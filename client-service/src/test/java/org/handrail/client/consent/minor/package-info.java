@NullMarked
package org.handrail.client.consent.minor;

import org.jspecify.annotations.NullMarked;
