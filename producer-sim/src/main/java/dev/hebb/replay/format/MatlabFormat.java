package dev.hebb.replay.format;

import dev.hebb.replay.RecordingFile;
import dev.hebb.replay.format.ReadOptions.Name;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Char;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Source;
import us.hebi.matlab.mat.types.Sources;
import us.hebi.matlab.mat.types.Sparse;
import us.hebi.matlab.mat.types.Struct;

/** MATLAB's files of versions 5 to 7, which SciPy and Octave write too. */
final class MatlabFormat implements RecordingFormat {
    private static final byte[] MAGIC = "MATLAB 5.0 MAT-file".getBytes(StandardCharsets.US_ASCII);

    @Override
    public String name() {
        return "MATLAB file";
    }

    @Override
    public Set<Name> options() {
        return MatSpikes.OPTIONS;
    }

    @Override
    public boolean isFormOf(Content content) {
        return content.has(MAGIC, 0);
    }

    @Override
    public RecordingFile open(Content content, ReadOptions options, UnitNames names) throws IOException {
        Map<String, MatValue> variables = new LinkedHashMap<>();
        try (Source source = Sources.openFile(content.path().toFile());
                Mat5File file = Mat5.newReader(source).readMat()) {
            for (MatFile.Entry entry : file.getEntries()) {
                variables.put(entry.getName(), value(entry.getValue()));
            }
        } catch (IOException | RuntimeException e) {
            throw new UnreadableRecordingException(
                    content.path() + ": the MATLAB file cannot be read ("
                            + why(e)
                            + "); is it whole? Save it again with save('-v7'), or as CSV",
                    e);
        }
        return new MatSpikes(variables, content.path().toString(), options, names).read(content.name(), name());
    }

    private static String why(Exception e) {
        for (Throwable each = e; each != null; each = each.getCause()) {
            if (each instanceof EOFException || each instanceof BufferUnderflowException) {
                return "it ends in the middle";
            }
        }
        // Messages of causes begin with the names of their classes.
        String message = e.getMessage() == null ? "it is damaged" : e.getMessage();
        return Text.escaped(message.replaceFirst("^(?:[a-z0-9]+\\.)+[A-Z]\\w*: ", ""));
    }

    private static MatValue value(Array array) {
        if (array instanceof Sparse) {
            return new MatValue.Other("sparse");
        } else if (array instanceof Matrix matrix && !matrix.isComplex() && matrix.getNumDimensions() == 2) {
            return new MatValue.Matrix(numbers(matrix), matrix.getNumRows(), matrix.getNumCols());
        } else if (array instanceof Char text) {
            return new MatValue.Words(text.getNumElements() == 0 ? "" : text.getString());
        } else if (array instanceof Cell cell) {
            List<MatValue> values = new ArrayList<>();
            for (int k = 0; k < cell.getNumElements(); k++) {
                values.add(value(cell.get(k)));
            }
            boolean flat = cell.getNumDimensions() == 2;
            return new MatValue.Cell(
                    values, cell.getNumRows(), flat ? cell.getNumCols() : Math.max(2, cell.getNumElements()));
        } else if (array instanceof Struct struct) {
            return structure(struct);
        }
        return new MatValue.Other(String.valueOf(array.getType()));
    }

    private static MatValue structure(Struct struct) {
        List<Map<String, MatValue>> elements = new ArrayList<>();
        for (int k = 0; k < struct.getNumElements(); k++) {
            Map<String, MatValue> fields = new LinkedHashMap<>();
            for (String name : struct.getFieldNames()) {
                fields.put(name, value(struct.get(name, k)));
            }
            elements.add(fields);
        }
        return new MatValue.Structure(elements);
    }

    private static Object numbers(Matrix matrix) {
        int count = matrix.getNumElements();
        if (matrix.getType() == MatlabType.Double || matrix.getType() == MatlabType.Single) {
            double[] doubles = new double[count];
            Arrays.setAll(doubles, matrix::getDouble);
            return doubles;
        }
        long[] longs = new long[count];
        Arrays.setAll(longs, matrix::getLong);
        return longs;
    }
}
