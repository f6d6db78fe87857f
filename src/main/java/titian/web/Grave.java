package titian.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what an officer does that weighs heavily: it is done by whoever has shown a second proof a few minutes ago. Who
 * has not is asked for it on the way, and nothing that was typed is lost.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Grave {}
