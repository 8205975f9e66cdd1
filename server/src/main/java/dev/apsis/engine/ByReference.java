package dev.apsis.engine;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.MessageCodec;

/** Lets immutable messages cross the event bus within one process as they are, without a copy. */
public final class ByReference implements MessageCodec<Object, Object> {
    public static final String NAME = "by-reference";

    /** How rooms and gateways send everything to each other. */
    public static final DeliveryOptions DELIVERY =
            new DeliveryOptions().setCodecName(NAME).setLocalOnly(true);

    @Override
    public Object transform(Object message) {
        return message;
    }

    @Override
    public void encodeToWire(Buffer buffer, Object message) {
        throw new UnsupportedOperationException("rooms and gateways share one process");
    }

    @Override
    public Object decodeFromWire(int at, Buffer buffer) {
        throw new UnsupportedOperationException("rooms and gateways share one process");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public byte systemCodecID() {
        return -1;
    }
}
