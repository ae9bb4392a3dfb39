package dev.hebb.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The network between a client and a port of the loopback address. While it is cut, connections stay open and can even
 * be made, but no byte arrives, as behind a broken switch; bytes of that time are lost, and with them their
 * connections.
 */
final class CutProxy implements AutoCloseable {
    private final ServerSocket server;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "cut-proxy");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean cut;

    CutProxy(int port, int target) throws IOException {
        server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        this.target = target;
        threads.execute(this::accept);
    }

    void cut() {
        cut = true;
    }

    /** New connections pass again; those of before are reset. */
    void heal() {
        open.forEach(CutProxy::closeQuietly);
        cut = false;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                open.add(client);
                threads.execute(() -> connect(client));
            } catch (IOException closing) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        try {
            Socket broker = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(broker);
            threads.execute(() -> carry(client, broker));
            carry(broker, client);
        } catch (IOException refused) {
            closeQuietly(client);
            open.remove(client);
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] buffer = new byte[1 << 16];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!cut) {
                    out.write(buffer, 0, read);
                }
            }
        } catch (IOException ended) {
            // Closed below, like a connection whose other end has closed it.
        } finally {
            closeQuietly(from);
            closeQuietly(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException("cannot close a connection", e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        open.forEach(CutProxy::closeQuietly);
        threads.shutdownNow();
    }
}
