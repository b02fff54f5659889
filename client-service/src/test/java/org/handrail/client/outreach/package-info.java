@NullMarked
package org.handrail.client.outreach;

import org.jspecify.annotations.NullMarked;
