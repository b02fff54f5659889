package org.handrail.platform.caller;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A handler of public data that asks for no sign-in, such as the HSDS directory. Its path must be
 * listed in {@code handrail.http.public-paths} as well.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface OpenToEverybody {
  /** Why nobody needs to be known. */
  String value();
}
