package dev.apsis.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** By what people know a session again without being able to take it. */
class MarkTest {
    private final Tokens tokens = Tokens.ofThisProcess();

    private String account(int number) {
        return tokens.sign("account:" + number + ":1700000000000:" + tokens.newSession());
    }

    @Test
    void aGuestsMarkIsTheBeginningOfItsSession() {
        String session = tokens.newSession();
        String mark = Tokens.mark(tokens.sign(session));
        assertTrue(session.startsWith(mark) && mark.length() == 8, mark);
        assertNotEquals(mark, Tokens.mark(tokens.sign(tokens.newSession())));
    }

    @Test
    void anAccountHasOneMarkWhereverItSignsInAndNoOtherHasIt() {
        assertEquals(Tokens.mark(account(12)), Tokens.mark(account(12)));
        assertNotEquals(Tokens.mark(account(12)), Tokens.mark(account(1)));
        assertEquals("account:12", Tokens.mark(account(12)));
    }

    @Test
    void whoHasNoTokenHasNoMark() {
        assertEquals("", Tokens.mark(""));
    }
}
