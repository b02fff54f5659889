/** Plans over HTTP. */
@NullMarked
package org.handrail.plan.plan.web;

import org.jspecify.annotations.NullMarked;
