package dev.hebb.cli.export.hdf5;

/** Types of elements, as the bytes of datatype messages of version 1 (HDF5 File Format Specification 3.0, IV.A.2.d). */
enum DataType {
    /** Signed, 32 bits. */
    INT(0x10, 0x08, 0, 0, 4, 0, 0, 0, 0, 0, 32, 0),
    /** Signed, 64 bits. */
    LONG(0x10, 0x08, 0, 0, 8, 0, 0, 0, 0, 0, 64, 0),
    /** IEEE 754, 64 bits: sign at 63, exponent of 11 bits at 52 with bias 1023, mantissa of 52 bits at 0. */
    DOUBLE(0x11, 0x20, 0x3f, 0, 8, 0, 0, 0, 0, 0, 64, 0, 52, 11, 0, 52, 0xff, 0x03, 0, 0),
    /** UTF-8 of variable length; its base type is a byte. */
    TEXT(0x19, 0x01, 0x01, 0, 16, 0, 0, 0, 0x10, 0, 0, 0, 1, 0, 0, 0, 0, 0, 8, 0),
    /** Address of an object. */
    REFERENCE(0x17, 0, 0, 0, 8, 0, 0, 0);

    private final byte[] message;

    DataType(int... message) {
        this.message = new byte[message.length];
        for (int k = 0; k < message.length; k++) {
            this.message[k] = (byte) message[k];
        }
    }

    byte[] message() {
        return message.clone();
    }
}
