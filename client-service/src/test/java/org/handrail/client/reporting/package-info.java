@NullMarked
package org.handrail.client.reporting;

import org.jspecify.annotations.NullMarked;
