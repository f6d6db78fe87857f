package titian.web;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A page on which an officer reads about people: each look at it is kept by the audit, before the page is shown. */
@Target(METHOD)
@Retention(RUNTIME)
public @interface ShowsPeople {

    /** For what. Whoever looks for another reason says so by what they do, or is noticed (docs/adr/0092). */
    Errand value();

    /** Whether a page fetches it again and again by itself: then it is one look for as long as the page stays open. */
    boolean byItself() default false;
}
