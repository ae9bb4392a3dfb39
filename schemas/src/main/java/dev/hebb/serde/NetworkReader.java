package dev.hebb.serde;

import dev.hebb.client.NetworkName;
import dev.hebb.framing.RejectReason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Reads networks' names. Records of one network often follow each other: then no new string is made. */
final class NetworkReader {
    private byte[] lastBytes = {};
    private String last = "";

    String read(AvroCursor cursor) throws MalformedValueException {
        int length = cursor.readLength("the network's name");
        int from = cursor.position();
        cursor.skip(length);
        byte[] bytes = cursor.bytes();
        if (length == 0 || !Arrays.equals(bytes, from, from + length, lastBytes, 0, lastBytes.length)) {
            last = checked(decode(cursor, from, length));
            lastBytes = Arrays.copyOfRange(bytes, from, from + length);
        }
        return last;
    }

    /** The name itself. */
    static String checked(String name) throws MalformedValueException {
        Optional<RejectReason> flaw = NetworkName.flaw(name);
        if (flaw.isPresent()) {
            throw new MalformedValueException(flaw.get(), NetworkName.rule());
        }
        return name;
    }

    private static String decode(AvroCursor cursor, int from, int length) throws MalformedValueException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(cursor.bytes(), from, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw cursor.malformed("the network's name is not UTF-8");
        }
    }
}
