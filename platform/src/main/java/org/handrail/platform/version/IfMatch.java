package org.handrail.platform.version;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The version that the caller saw, from {@code If-Match}: a {@code long} parameter of a handler.
 * Without the header 428, when it is not one of our ETags 400.
 *
 * <p>It stands after the body and the submission among the parameters, since the request's syntax
 * is checked first; a service with a handler that has it otherwise does not start.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface IfMatch {}
