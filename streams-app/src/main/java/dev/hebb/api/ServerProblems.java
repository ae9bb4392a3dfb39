package dev.hebb.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Reports what the server refuses before any route is asked, such as a malformed path, as a {@link Problem} too. */
final class ServerProblems extends ErrorHandler {
    private final ObjectMapper json;

    ServerProblems(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        int status = response.getStatus();
        Problem problem = Problem.refused(status, HttpStatus.getMessage(status));
        write(problem, json, response, callback);
        return true;
    }

    /** Completes a response, whose status is set, with a problem. */
    static void write(Problem problem, ObjectMapper json, Response response, Callback callback)
            throws JsonProcessingException {
        byte[] body = (json.writeValueAsString(problem.body()) + '\n').getBytes(StandardCharsets.UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
