@NullMarked
package org.handrail.client.billing;

import org.jspecify.annotations.NullMarked;
