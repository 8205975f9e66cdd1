package dev.apsis.web;

import org.teavm.jso.JSExport;
import org.teavm.jso.typedarrays.Int8Array;

/** What TypeScript sees of the protocol; typed by shared.d.ts. */
public final class Shared {
    private Shared() {}

    /** Hands a message to Java and back. Arrays cross by reference, never copied. */
    @JSExport
    public static Int8Array echo(Int8Array message) {
        return Int8Array.fromJavaArray(message.toJavaArray());
    }
}
