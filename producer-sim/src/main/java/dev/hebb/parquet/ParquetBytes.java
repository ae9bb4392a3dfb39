package dev.hebb.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.DelegatingPositionOutputStream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.schema.MessageType;

/** A Parquet file that is written to memory. */
public final class ParquetBytes {
    private ParquetBytes() {}

    /**
     * The bytes of a file, which is not compressed.
     *
     * @param metadata what the file says of itself
     * @param rows of the schema
     * @throws IOException if the library fails
     */
    public static byte[] of(MessageType schema, Map<String, String> metadata, List<Group> rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new InMemory(bytes))
                .withType(schema)
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(new ParquetCodecs())
                .withExtraMetaData(metadata)
                .build()) {
            for (Group row : rows) {
                writer.write(row);
            }
        }
        return bytes.toByteArray();
    }

    private record InMemory(ByteArrayOutputStream bytes) implements OutputFile {
        @Override
        public PositionOutputStream create(long blockSizeHint) {
            return new DelegatingPositionOutputStream(bytes) {
                @Override
                public long getPos() {
                    return bytes.size();
                }
            };
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSizeHint) {
            return create(blockSizeHint);
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }
    }
}
