@NullMarked
package org.handrail.client.complaint;

import org.jspecify.annotations.NullMarked;
