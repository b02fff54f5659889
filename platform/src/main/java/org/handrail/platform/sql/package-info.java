/** How PostgreSQL holds what we speak of: {@link org.handrail.platform.sql.Columns}. */
@NullMarked
package org.handrail.platform.sql;

import org.jspecify.annotations.NullMarked;
