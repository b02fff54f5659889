/**
 * How PostgreSQL holds what we speak of: {@link org.handrail.platform.sql.Columns}; and when it is
 * away: {@link org.handrail.platform.sql.Outages}.
 */
@NullMarked
package org.handrail.platform.sql;

import org.jspecify.annotations.NullMarked;
