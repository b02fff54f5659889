/**
 * In whose name the database is touched: {@link org.handrail.platform.scope.AgencyScope} and {@link
 * org.handrail.platform.scope.Transactions}, backed by row-level security.
 */
@NullMarked
package org.handrail.platform.scope;

import org.jspecify.annotations.NullMarked;
