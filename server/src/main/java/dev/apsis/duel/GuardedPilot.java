package dev.apsis.duel;

import dev.apsis.protocol.bot.Command;
import dev.apsis.protocol.bot.Pilot;
import dev.apsis.protocol.bot.View;
import dev.apsis.protocol.message.Chat;
import dev.apsis.protocol.message.Emote;
import dev.apsis.protocol.message.Kill;
import dev.apsis.protocol.message.Notice;
import dev.apsis.protocol.message.Refused;
import dev.apsis.protocol.message.Round;
import dev.apsis.protocol.message.Welcome;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * A pilot under watch: whatever it is asked, what goes wrong is its own {@link Foul}. Owned by its
 * fight.
 */
final class GuardedPilot implements Pilot {
    private final Side side;
    private final Watch watch;
    private Pilot pilot = view -> Command.coast();
    private Command command = Command.coast();

    GuardedPilot(Side side, Watch watch, Supplier<Pilot> maker) {
        this.side = side;
        this.watch = watch;
        ask(() -> pilot = maker.get());
    }

    @Override
    public Command fly(View view) {
        ask(() -> command = Objects.requireNonNull(pilot.fly(view), "fly() answered null"));
        return command;
    }

    @Override
    public void watch(View view) {
        ask(() -> pilot.watch(view));
    }

    @Override
    public void joined(Welcome welcome) {
        ask(() -> pilot.joined(welcome));
    }

    @Override
    public void died(Kill kill) {
        ask(() -> pilot.died(kill));
    }

    @Override
    public void killed(Kill kill) {
        ask(() -> pilot.killed(kill));
    }

    @Override
    public void heard(Chat chat) {
        ask(() -> pilot.heard(chat));
    }

    @Override
    public void signed(Emote emote) {
        ask(() -> pilot.signed(emote));
    }

    @Override
    public void round(Round round) {
        ask(() -> pilot.round(round));
    }

    @Override
    public void noticed(Notice notice) {
        ask(() -> pilot.noticed(notice));
    }

    @Override
    public void refused(Refused refused) {
        ask(() -> pilot.refused(refused));
    }

    @Override
    public void closed(boolean comesBack) {
        ask(() -> pilot.closed(comesBack));
    }

    private void ask(Runnable question) {
        watch.ask(side, question);
    }
}
