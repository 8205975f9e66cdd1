package dev.apsis.orbit;

import dev.apsis.protocol.frame.Table;
import dev.apsis.protocol.orbit.Command;
import dev.apsis.protocol.orbit.Drive;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;
import dev.apsis.protocol.orbit.OrbitSchema.ShipSecret;
import dev.apsis.protocol.orbit.OrbitSchema.TorpedoRow;
import dev.apsis.protocol.orbit.Rules;

import org.jspecify.annotations.Nullable;

/** Every ship under its command, and what that sets off. Owned by its simulation. */
final class Pilotage {
    private static final int JUMP_COST = (int) (Rules.ENERGY_JUMP * Rules.ENERGY_GRID);

    private final World world;
    private final @Nullable Command[] wishes;
    private final Place place = new Place();
    private final int jumpTicks;

    Pilotage(World world) {
        this.world = world;
        this.wishes = new Command[world.ships.count()];
        this.jumpTicks = world.helm.ticks(Rules.JUMP_SECONDS);
    }

    void run(int[] commands) {
        for (int seat = 0; seat < commands.length; seat++) {
            if (world.ships.alive(seat)) {
                fly(seat, wish(seat, commands[seat]));
            } else if (world.ships.exists(seat)) {
                drift(seat);
            }
        }
    }

    /** Takes a pilot's torpedoes out of the sky: nobody is left to be credited for them. */
    void disarm(int seat) {
        Slots torpedoes = world.torpedoes;
        for (int slot = torpedoes.end() - 1; slot >= 0; slot--) {
            int owner = torpedoes.table().rows()[torpedoes.table().at(slot) + TorpedoRow.OWNER];
            if (torpedoes.used(slot) && owner == seat) {
                torpedoes.free(slot);
            }
        }
    }

    private void fly(int seat, Command command) {
        Ships ships = world.ships;
        Table table = ships.table();
        boolean armed = ships.secret(seat, ShipSecret.ARMING) == 1;
        int at = table.at(seat);
        int secretsAt = table.secretAt(seat);
        world.helm.fly(table.rows(), at, table.secrets(), secretsAt, command, world.tick());
        if (armed) {
            launch(seat);
        }
        boolean charged =
                ships.secret(seat, ShipSecret.JUMP) == 0
                        && ships.secret(seat, ShipSecret.ENERGY) >= JUMP_COST;
        if (command.jump() && charged) {
            jump(seat);
        }
    }

    /** A wreck's engine is dead. */
    private void drift(int seat) {
        Table table = world.ships.table();
        int[] rows = table.rows();
        int at = table.at(seat);
        rows[at + ShipRow.TURN_A] = rows[at + ShipRow.TURN_B];
        rows[at + ShipRow.DRIVE_A] = rows[at + ShipRow.DRIVE_B];
        rows[at + ShipRow.TURN_B] = 0;
        rows[at + ShipRow.DRIVE_B] = Drive.COAST;
        world.flight.ship(rows, at, 0, Drive.COAST, world.tick());
    }

    private void launch(int seat) {
        int slot = world.torpedoes.take();
        if (slot < 0) {
            return;
        }
        world.tally.add(Tally.SHOTS);
        Table ships = world.ships.table();
        int[] rows = world.torpedoes.table().rows();
        int at = world.torpedoes.table().at(slot);
        rows[at + TorpedoRow.SHOT] = world.ships.nextShot(seat);
        world.flight.launch(ships.rows(), ships.at(seat), rows, at);
    }

    /** Gone here, there at once: slow, without shield, and with the shot in its tube lost. */
    private void jump(int seat) {
        Ships ships = world.ships;
        SafePlaces.choose(world, seat, Balance.JUMP_SPEED, place);
        ships.put(seat, place);
        int energy = ships.secret(seat, ShipSecret.ENERGY);
        ships.setSecret(seat, ShipSecret.ENERGY, energy - JUMP_COST);
        ships.setSecret(seat, ShipSecret.JUMP, jumpTicks);
        ships.setSecret(seat, ShipSecret.SHIELD, 0);
        ships.setSecret(seat, ShipSecret.ARMING, 0);
        int flags = ships.get(seat, ShipRow.FLAGS) & ~(ShipRow.SHIELDED | ShipRow.ARMING);
        ships.set(seat, ShipRow.FLAGS, flags ^ ShipRow.JUMPED);
        world.tally.add(Tally.JUMPS);
    }

    /** The same command twice is one object: a tick makes no garbage for each ship. */
    private Command wish(int seat, int packed) {
        Command last = wishes[seat];
        if (last == null || last.packed() != packed) {
            last = new Command(packed);
            wishes[seat] = last;
        }
        return last;
    }
}
