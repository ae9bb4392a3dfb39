/**
 * HDF5 files, as far as an export needs them: groups, arrays, attributes, and references between them. Text has
 * variable length, which the library that reads HDF5 cannot write.
 */
@NullMarked
package dev.hebb.cli.export.hdf5;

import org.jspecify.annotations.NullMarked;
