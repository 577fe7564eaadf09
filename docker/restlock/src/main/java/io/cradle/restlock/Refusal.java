package io.cradle.restlock;

import java.nio.charset.StandardCharsets;
import org.apache.flink.shaded.netty4.io.netty.buffer.ByteBuf;
import org.apache.flink.shaded.netty4.io.netty.buffer.Unpooled;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelFuture;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelFutureListener;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelHandlerContext;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.DefaultFullHttpResponse;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.FullHttpResponse;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpHeaderNames;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpHeaderValues;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpHeaders;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpRequest;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpResponseStatus;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpUtil;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a refused request is answered with: 403 and a sentence, in the words of Flink's own errors. */
enum Refusal {
    SWITCHED_OFF("Switched off: what changes the cluster is refused here, but for what cradle.rest.allow lists."),
    DRAIN("Switched off: a drained job publishes epochs that are not over yet; stop it with drain false.");

    private static final Logger LOG = LoggerFactory.getLogger(Refusal.class);

    private final String body;

    Refusal(String sentence) {
        this.body = "{\"errors\":[\"" + sentence + "\"]}";
    }

    /** Closes the connection once an answer has left. */
    @SuppressWarnings("FutureReturnValueIgnored") // which is the answer itself
    static void closeAfter(ChannelFuture answer) {
        answer.addListener(ChannelFutureListener.CLOSE);
    }

    /** Answers; the connection is to be closed after that. */
    ChannelFuture answer(ChannelHandlerContext context, HttpRequest request) {
        LOG.warn(
                "Refused {} {} from {}",
                request.method(),
                request.uri().replaceAll("[^!-~]", "?"),
                context.channel().remoteAddress());
        ByteBuf content = Unpooled.copiedBuffer(body, StandardCharsets.UTF_8);
        FullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.FORBIDDEN, content);
        HttpHeaders headers = response.headers();
        headers.set(HttpHeaderNames.CONTENT_TYPE, "application/json; charset=UTF-8");
        headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        HttpUtil.setContentLength(response, content.readableBytes());
        return context.writeAndFlush(response);
    }
}
