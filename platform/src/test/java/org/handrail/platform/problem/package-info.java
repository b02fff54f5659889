/** Tests of how refusals are told. */
@NullMarked
package org.handrail.platform.problem;

import org.jspecify.annotations.NullMarked;
