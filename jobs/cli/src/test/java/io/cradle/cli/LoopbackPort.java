package io.cradle.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port on loopback that is taken while this is open, and that nobody listens on afterwards. */
public record LoopbackPort(ServerSocket socket) implements AutoCloseable {

    public static LoopbackPort take() throws IOException {
        return new LoopbackPort(new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})));
    }

    public String number() {
        return Integer.toString(socket.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
