package dev.apsis.directory;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A server's heartbeat: where it is, what it is called, how it does, and the secret by which it
 * proves that it is the one at that address.
 *
 * <pre>
 * {"address":"https://play.example","name":TEXT,"description":TEXT,"secret":TEXT,
 *  "version":TEXT,"mode":TEXT,"rooms":NUMBER,"players":NUMBER,"capacity":NUMBER}
 * </pre>
 */
public record Announcement(
        PublicAddress address, String name, String description, String secret, Facts facts) {
    public static final int MAX_NAME_CHARS = 48;
    public static final int MAX_DESCRIPTION_CHARS = 200;

    /** Reads a heartbeat, or says all that is wrong with it. */
    static Announcement read(String text) throws Denied {
        try {
            return new Reader(new JsonObject(text)).read();
        } catch (DecodeException | ClassCastException malformed) {
            throw new Denied(400, "a heartbeat is a JSON object of texts and numbers");
        }
    }

    /** The same, as it is sent. */
    public JsonObject json() {
        return new JsonObject()
                .put("address", address.toString())
                .put("name", name)
                .put("description", description)
                .put("secret", secret)
                .put("version", facts.version())
                .put("mode", facts.mode())
                .put("rooms", facts.rooms())
                .put("players", facts.players())
                .put("capacity", facts.capacity());
    }

    /** Whether a text is one line that may be shown to anybody. */
    public static boolean isLine(String text, int maxChars) {
        return text.length() <= maxChars
                && text.codePoints()
                        .allMatch(c -> Character.isDefined(c) && !isControl(Character.getType(c)));
    }

    /** Controls, marks that turn the direction of writing, and halves of characters. */
    private static boolean isControl(int type) {
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** Takes one heartbeat apart and notes what is wrong. Owned by its call. */
    private static final class Reader {
        private final JsonObject json;
        private final List<String> problems = new ArrayList<>();

        Reader(JsonObject json) {
            this.json = json;
        }

        Announcement read() throws Denied {
            Optional<PublicAddress> address = PublicAddress.read(json.getString("address", ""));
            expect(
                    address.isPresent(),
                    "'address' is like https://play.example or http://HOST:PORT");
            String name = json.getString("name", "");
            String description = json.getString("description", "");
            String secret = json.getString("secret", "");
            expect(!name.isBlank() && isLine(name, MAX_NAME_CHARS), "'name' is 1 to 48 characters");
            expect(
                    isLine(description, MAX_DESCRIPTION_CHARS),
                    "'description' is one line of up to 200 characters");
            expect(Proof.isSecret(secret), "'secret' is 32 to 128 of A-Z, a-z, 0-9, '-' and '_'");
            Facts facts = facts();
            if (address.isEmpty() || !problems.isEmpty()) {
                throw new Denied(400, String.join("; ", problems));
            }
            return new Announcement(address.get(), name.strip(), description, secret, facts);
        }

        private Facts facts() {
            String version = json.getString("version", "");
            String mode = json.getString("mode", "");
            expect(version.matches("[\\w.+-]{1,32}"), "'version' is like 1.2.3");
            expect(mode.matches("[a-z]{0,16}"), "'mode' is a word");
            return new Facts(version, mode, count("rooms"), count("players"), count("capacity"));
        }

        private int count(String name) {
            long count = json.getLong(name, 0L);
            expect(count >= 0 && count <= Facts.MOST, "'" + name + "' is a number from 0");
            return Math.clamp(count, 0, Facts.MOST);
        }

        private void expect(boolean good, String sentence) {
            if (!good) {
                problems.add(sentence);
            }
        }
    }
}
