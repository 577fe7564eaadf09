package io.cradle.restlock;

import java.io.IOException;
import java.io.InputStream;
import org.apache.flink.runtime.rest.messages.job.savepoints.stop.StopWithSavepointRequestBody;
import org.apache.flink.runtime.rest.util.RestMapperUtils;
import org.apache.flink.shaded.netty4.io.netty.buffer.ByteBufInputStream;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelHandlerContext;
import org.apache.flink.shaded.netty4.io.netty.channel.SimpleChannelInboundHandler;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.FullHttpRequest;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpMethod;
import org.apache.flink.shaded.netty4.io.netty.util.ReferenceCountUtil;

/**
 * Refuses to stop a job drained. Draining tells the job that its input has ended, which a log never does: it would settle
 * and publish epochs whose records it has not all read, and keep that in its savepoint.
 *
 * <p>Stands where requests are whole, and reads their body with Flink's own mapper: what this takes for no drain, Flink does.
 */
final class DrainLock extends SimpleChannelInboundHandler<FullHttpRequest> {

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        if (request.method().equals(HttpMethod.POST) && request.uri().contains("/stop") && drains(request)) {
            Refusal.closeAfter(Refusal.DRAIN.answer(context, request));
        } else {
            context.fireChannelRead(ReferenceCountUtil.retain(request));
        }
    }

    private static boolean drains(FullHttpRequest request) {
        try (InputStream body = new ByteBufInputStream(request.content().duplicate())) {
            return RestMapperUtils.getFlexibleObjectMapper()
                    .readValue(body, StopWithSavepointRequestBody.class)
                    .shouldDrain();
        } catch (IOException e) {
            // Flink cannot read it either, and says so.
            return false;
        }
    }
}
