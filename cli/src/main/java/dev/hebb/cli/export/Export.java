package dev.hebb.cli.export;

import dev.hebb.api.answer.Connectome;
import org.jspecify.annotations.Nullable;

/**
 * What is exported.
 *
 * @param atMicros the event time as of which the connectome is; null for that of the last closed window
 */
record Export(Connectome connectome, @Nullable Long atMicros) {}
