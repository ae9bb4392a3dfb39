package dev.hebb.page;

import java.util.zip.CRC32;

/**
 * A file as it is sent.
 *
 * @param tag tells a browser whether it has this very file
 */
record PageFile(String type, byte[] bytes, String tag) {
    static PageFile of(String name, byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return new PageFile(type(name), bytes, "\"" + Long.toHexString(sum.getValue()) + "-" + bytes.length + "\"");
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html" -> "text/html; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> throw new IllegalArgumentException("the page has no files like " + name);
        };
    }
}
