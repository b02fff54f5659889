package org.handrail.platform.caller;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a handler: anybody with at least one of these roles. On a controller it holds for
 * all its handlers that have none of their own.
 *
 * <p>Checked before anything of the request but its token is read. A service with a handler that
 * has neither this nor {@link OpenToEverybody} does not start.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface AllowedTo {
  Role[] value();
}
