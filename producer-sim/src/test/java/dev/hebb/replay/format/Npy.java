package dev.hebb.replay.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes NumPy files as fixtures. */
final class Npy {
    private Npy() {}

    static byte[] of(String descr, String shape, double... numbers) {
        String header = "{'descr': '" + descr + "', 'fortran_order': False, 'shape': " + shape + ", }\n";
        int width = descr.charAt(2) - '0';
        ByteBuffer file = ByteBuffer.allocate(10 + header.length() + width * numbers.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(NpyHeader.MAGIC)
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) header.length())
                .put(header.getBytes(StandardCharsets.US_ASCII));
        file.order(descr.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (double number : numbers) {
            put(file, descr.substring(1), number);
        }
        return file.array();
    }

    private static void put(ByteBuffer file, String type, double number) {
        switch (type) {
            case "f8" -> file.putDouble(number);
            case "f4" -> file.putFloat((float) number);
            case "i8", "u8" -> file.putLong((long) number);
            case "i4", "u4" -> file.putInt((int) (long) number);
            case "i2", "u2" -> file.putShort((short) number);
            default -> file.put((byte) number);
        }
    }

    static Path zip(Path file, Object... namesAndArrays) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int k = 0; k < namesAndArrays.length; k += 2) {
                zip.putNextEntry(new ZipEntry(namesAndArrays[k] + ".npy"));
                zip.write((byte[]) namesAndArrays[k + 1]);
            }
        }
        return file;
    }
}
