package dev.apsis.protocol.message;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.bits.BitWriter;

import java.util.ArrayList;
import java.util.List;

/**
 * Who plays, whole: names, teams and scores, for they never travel in snapshots.
 *
 * <pre>
 * people = count:varint (seat:11 name:text bot:1 team:3 hue? score:32)*
 * </pre>
 */
public record People(List<Person> people) implements ServerMessage {
    static final int MAX_COUNT = 2048;

    public People {
        people = List.copyOf(people);
    }

    /**
     * One pilot in the list. Team 0 is none; a hue is in degrees, or {@link Wire#ANY_HUE} where
     * whoever draws may choose.
     */
    public record Person(int seat, String name, boolean bot, int team, int hue, int score) {}

    @Override
    public void write(BitWriter out) {
        out.write(PEOPLE, Wire.KIND_BITS);
        out.writeVarint(people.size());
        for (Person person : people) {
            out.write(person.seat(), Wire.SEAT_BITS);
            Wire.writeText(out, person.name());
            out.writeFlag(person.bot());
            out.write(person.team(), Wire.TEAM_BITS);
            Wire.writeHue(out, person.hue());
            out.write(person.score(), 32);
        }
    }

    static People read(BitReader in) {
        int count = Wire.readCount(in, MAX_COUNT, "people");
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int seat = in.read(Wire.SEAT_BITS);
            String name = Wire.readText(in, ClientMessage.Hello.MAX_NAME_BYTES);
            boolean bot = in.readFlag();
            int team = in.read(Wire.TEAM_BITS);
            people.add(new Person(seat, name, bot, team, Wire.readHue(in), in.read(32)));
        }
        return new People(people);
    }
}
