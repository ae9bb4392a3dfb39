/** Tokens, sessions and certificates, which decide who may ask this instance and who may command it. */
@NullMarked
package dev.hebb.api.access;

import org.jspecify.annotations.NullMarked;
