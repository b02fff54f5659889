@NullMarked
package org.handrail.platform.sql;

import org.jspecify.annotations.NullMarked;
