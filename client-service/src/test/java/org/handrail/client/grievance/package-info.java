@NullMarked
package org.handrail.client.grievance;

import org.jspecify.annotations.NullMarked;
