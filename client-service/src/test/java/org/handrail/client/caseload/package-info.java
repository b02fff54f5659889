@NullMarked
package org.handrail.client.caseload;

import org.jspecify.annotations.NullMarked;
