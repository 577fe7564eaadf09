package io.cradle.restlock;

import org.apache.flink.shaded.netty4.io.netty.channel.ChannelFuture;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelHandlerContext;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelInboundHandlerAdapter;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpRequest;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpUtil;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.LastHttpContent;
import org.apache.flink.shaded.netty4.io.netty.util.ReferenceCountUtil;

/**
 * Judges every request of a connection by its head, right where it leaves the HTTP codec: before Flink writes a body to
 * disk, or asks for it ({@code 100-continue}).
 *
 * <p>The first refusal ends the connection. What the client still sends of that request is read and forgotten, since closing
 * on it would reset the connection and take the answer away; requests that it has sent after that are forgotten too. So
 * the answer to a refusal may overtake that to an earlier request of the same connection, but only for clients that did not
 * wait for it.
 */
final class RestLock extends ChannelInboundHandlerAdapter {
    private final AllowedRequests allowed;

    /** The answer to the request that was refused; null until there is one. */
    private ChannelFuture refused;

    RestLock(AllowedRequests allowed) {
        this.allowed = allowed;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (refused != null) {
            forget(message);
        } else if (message instanceof HttpRequest request && !allowed.allow(request)) {
            refuse(context, request);
        } else {
            context.fireChannelRead(message);
        }
    }

    private void refuse(ChannelHandlerContext context, HttpRequest request) {
        // Whoever asks first whether to send the body will not send it.
        boolean nothingFollows = HttpUtil.is100ContinueExpected(request);
        refused = Refusal.SWITCHED_OFF.answer(context, request);
        forget(request);
        if (nothingFollows) {
            Refusal.closeAfter(refused);
        }
    }

    private void forget(Object message) {
        boolean last = message instanceof LastHttpContent;
        ReferenceCountUtil.release(message);
        if (last) {
            Refusal.closeAfter(refused);
        }
    }
}
