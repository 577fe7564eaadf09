package io.cradle.restlock;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.shaded.netty4.io.netty.buffer.ByteBuf;
import org.apache.flink.shaded.netty4.io.netty.buffer.Unpooled;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelHandlerContext;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelInboundHandlerAdapter;
import org.apache.flink.shaded.netty4.io.netty.channel.SimpleChannelInboundHandler;
import org.apache.flink.shaded.netty4.io.netty.channel.embedded.EmbeddedChannel;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.FullHttpRequest;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpObjectAggregator;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpRequest;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpServerCodec;

/** One connection with Flink's line of handlers: what is sent on it in bytes, and which requests come how far. */
final class Connection {
    private static final int MOST_BYTES = 1 << 16;

    private final List<String> readers = new ArrayList<>();
    private final List<String> routed = new ArrayList<>();
    private final EmbeddedChannel channel;

    Connection(Configuration configuration) throws Exception {
        channel = new EmbeddedChannel(
                new HttpServerCodec(),
                new BodyReader(),
                new HttpObjectAggregator(MOST_BYTES),
                new RestLockFactory().createHandler(configuration, Map.of()).orElseThrow(),
                new Routes());
    }

    /** Sends text, line ends as HTTP has them; gives what is answered by then. */
    String send(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text.replaceAll("(?<!\r)\n", "\r\n"), StandardCharsets.ISO_8859_1));
        StringBuilder answer = new StringBuilder();
        for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
            answer.append(part.toString(StandardCharsets.UTF_8));
            part.release();
        }
        return answer.toString();
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    /** Requests that got to Flink's readers of bodies. */
    List<String> readers() {
        return readers;
    }

    /** Requests that got to Flink's router, with their bodies. */
    List<String> routed() {
        return routed;
    }

    /** Where Flink writes uploads to disk. */
    private final class BodyReader extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest request) {
                readers.add(request.method() + " " + request.uri());
            }
            context.fireChannelRead(message);
        }
    }

    private final class Routes extends SimpleChannelInboundHandler<FullHttpRequest> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            routed.add(request.method() + " " + request.uri() + " "
                    + request.content().toString(StandardCharsets.UTF_8));
        }
    }
}
