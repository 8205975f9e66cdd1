package dev.apsis.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Remembers what it heard. Owned by its test. */
final class Witness implements LeanSocket.Ear {
    final List<byte[]> messages = new ArrayList<>();
    boolean opened;
    boolean closedOnce;
    int code;
    String why = "";

    @Override
    public void opened(LeanSocket socket) {
        opened = true;
    }

    @Override
    public void heard(byte[] message, int length) {
        messages.add(Arrays.copyOf(message, length));
    }

    @Override
    public void closed(int closeCode, String reason) {
        closedOnce = code == 0;
        code = closeCode;
        why = reason;
    }
}
