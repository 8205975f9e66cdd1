package dev.apsis.gateway;

import io.vertx.core.json.JsonArray;

import java.util.List;

/**
 * The servers beside this one, as a directory lists them, and how this one shows a directory that
 * it is the one that announced itself. Asked from any event loop; answers at once.
 */
public interface Neighbours {
    /** Nobody is known, and nothing was announced. */
    Neighbours NONE =
            new Neighbours() {
                @Override
                public JsonArray servers() {
                    return new JsonArray();
                }

                @Override
                public List<String> proofs(String challenge) {
                    return List.of();
                }
            };

    /** Those listed when last asked, in the directory's own order; nobody changes the array. */
    JsonArray servers();

    /** The answers to a challenge, one for each directory; none if nothing was announced. */
    List<String> proofs(String challenge);
}
