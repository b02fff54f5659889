/**
 * Who is calling, for which agency, in which roles: from the token alone. Handlers take {@link
 * org.handrail.platform.caller.Person} or {@link org.handrail.platform.caller.Caller} as a
 * parameter and carry {@link org.handrail.platform.caller.AllowedTo}.
 */
@NullMarked
package org.handrail.platform.caller;

import org.jspecify.annotations.NullMarked;
