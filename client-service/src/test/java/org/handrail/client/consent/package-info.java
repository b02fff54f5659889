@NullMarked
package org.handrail.client.consent;

import org.jspecify.annotations.NullMarked;
