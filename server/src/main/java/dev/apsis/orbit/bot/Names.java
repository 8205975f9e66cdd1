package dev.apsis.orbit.bot;

import java.util.List;

/** What house bots are called: everybody can tell them from people. */
public final class Names {
    private static final List<String> STARS =
            List.of(
                    "Vega",
                    "Deneb",
                    "Altair",
                    "Rigel",
                    "Mira",
                    "Spica",
                    "Castor",
                    "Pollux",
                    "Antares",
                    "Sirius",
                    "Capella",
                    "Bellatrix",
                    "Polaris",
                    "Arcturus",
                    "Procyon",
                    "Regulus",
                    "Algol",
                    "Mizar",
                    "Alcor",
                    "Electra",
                    "Maia",
                    "Merope",
                    "Atria",
                    "Avior",
                    "Canopus",
                    "Hadar",
                    "Izar",
                    "Naos",
                    "Sabik",
                    "Tarazed",
                    "Wezen",
                    "Zaurak");

    private Names() {}

    public static String of(int number) {
        int lap = number / STARS.size();
        return "bot " + STARS.get(number % STARS.size()) + (lap == 0 ? "" : " " + (lap + 1));
    }
}
