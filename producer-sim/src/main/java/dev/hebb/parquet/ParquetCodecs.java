package dev.hebb.parquet;

import io.airlift.compress.Decompressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Compression of pages: what is written is not compressed, and what is read is by the codecs that programs use. */
final class ParquetCodecs implements CompressionCodecFactory {
    /** Unpacks bytes into an array of the length that they unpack to. */
    @FunctionalInterface
    private interface Unpacking {
        void unpack(byte[] packed, byte[] to) throws IOException;
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        return new Uncompressed();
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return switch (codec) {
            case UNCOMPRESSED -> new Unpacker((packed, to) -> System.arraycopy(packed, 0, to, 0, to.length));
            case SNAPPY -> new Unpacker(by(new SnappyDecompressor()));
            case ZSTD -> new Unpacker(by(new ZstdDecompressor()));
            case LZ4_RAW -> new Unpacker(by(new Lz4Decompressor()));
            case GZIP -> new Unpacker(ParquetCodecs::gunzip);
            default ->
                throw new UnsupportedOperationException(
                        "its columns are packed with " + codec.name().toLowerCase(Locale.ROOT));
        };
    }

    @Override
    public void release() {
        // Nothing is pooled.
    }

    private static Unpacking by(Decompressor decompressor) {
        return (packed, to) -> decompressor.decompress(packed, 0, packed.length, to, 0, to.length);
    }

    private static void gunzip(byte[] packed, byte[] to) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            in.readNBytes(to, 0, to.length);
        }
    }

    private static final class Uncompressed implements BytesInputCompressor {
        @Override
        public BytesInput compress(BytesInput bytes) {
            return bytes;
        }

        @Override
        public CompressionCodecName getCodecName() {
            return CompressionCodecName.UNCOMPRESSED;
        }

        @Override
        public void release() {
            // It holds nothing.
        }
    }

    private record Unpacker(Unpacking unpacking) implements BytesInputDecompressor {
        @Override
        public BytesInput decompress(BytesInput bytes, int length) throws IOException {
            ByteBuffer out = ByteBuffer.allocate(length);
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            bytes.writeAllTo(packed);
            decompress(ByteBuffer.wrap(packed.toByteArray()), packed.size(), out, length);
            return BytesInput.from(out.array());
        }

        @Override
        public void decompress(ByteBuffer in, int packedLength, ByteBuffer out, int length) throws IOException {
            byte[] packed = new byte[packedLength];
            in.get(packed);
            byte[] unpacked = new byte[length];
            unpacking.unpack(packed, unpacked);
            out.put(unpacked);
        }

        @Override
        public void release() {
            // It holds nothing.
        }
    }
}
