@NullMarked
package org.handrail.client.report;

import org.jspecify.annotations.NullMarked;
