package dev.hebb.check;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record of constants that has no name of its own among the settings: its components are settings at the level
 * of the record that holds it. So a wide record can be divided, and the names of settings stay.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Inline {}
