/** What holds for every contract, whoever wrote it. */
@NullMarked
package org.handrail.contracts;

import org.jspecify.annotations.NullMarked;
