package org.handrail.notification;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.handrail.platform.fixtures.HandrailIT;
import org.springframework.context.annotation.Import;

/** A test of the whole service; one shape of context for all. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@HandrailIT
@Import(Newsroom.class)
public @interface NotificationServiceIT {}
