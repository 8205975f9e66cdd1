package dev.apsis.app;

import dev.apsis.engine.ByReference;
import dev.apsis.engine.RoomAddress;
import dev.apsis.engine.RoomMessage;
import dev.apsis.engine.RoomNews;
import dev.apsis.engine.Seating;
import dev.apsis.engine.game.Pilot;
import dev.apsis.orbit.bot.Crew;
import dev.apsis.orbit.bot.Names;
import dev.apsis.protocol.frame.Frame;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.Message;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keeps a room at a number of participants: house bots come while people are few, and leave as they
 * come. Speaks to the room by its two addresses, like everybody else. Runs on a context of its own.
 */
final class HouseBots extends VerticleBase {
    /** A command goes to the ticks after next, so that it is there in time. */
    private static final int LEAD_TICKS = 2;

    private final String room;
    private CrewPlan plan;
    private final int ticksPerFrame;
    private final Crew crew;
    private final SortedMap<Integer, Integer> linksBySeat = new TreeMap<>();
    private @Nullable Frame newest;
    private boolean ordering;
    private int others;
    private int asked;
    private int named;

    HouseBots(String room, CrewPlan plan, int ticksPerFrame, Crew crew) {
        this.room = room;
        this.plan = plan;
        this.ticksPerFrame = ticksPerFrame;
        this.crew = crew;
    }

    /** Where it is told another plan. */
    static String address(String room) {
        return "room." + room + ".crew";
    }

    @Override
    public Future<?> start() {
        vertx.eventBus()
                .<CrewPlan>localConsumer(address(room))
                .handler(message -> follow(message.body()));
        return vertx.eventBus()
                .<RoomNews>localConsumer(RoomAddress.frames(room), this::take)
                .completion()
                .onSuccess(listening -> fill());
    }

    private void take(Message<RoomNews> envelope) {
        switch (envelope.body()) {
            case RoomNews.Captured(Frame frame) -> see(frame);
            case RoomNews.Happened happened -> happened.facts().forEach(crew::hear);
            case RoomNews.Gathered(List<RoomNews.Seat> seats) -> {
                others = (int) seats.stream().filter(seat -> !seat.house()).count();
                fill();
            }
            case RoomNews.Relinked(int seat, int link) -> giveWay(seat, link);
            case RoomNews.Yielded(int seat, int link) -> giveWay(seat, link);
            case RoomNews.Unseated unseated -> {}
            case RoomNews.SentAway gone -> {}
            case RoomNews.Said said -> {}
            case RoomNews.Decided decided -> {}
            case RoomNews.Relieving relieving -> {}
            case RoomNews.Ending ending -> {}
            case RoomNews.Awaiting awaiting -> {}
            case RoomNews.Closed closed -> vertx.undeploy(deploymentID());
        }
    }

    private void follow(CrewPlan other) {
        plan = other;
        fill();
    }

    private void fill() {
        int missing = plan.wanted() - others - linksBySeat.size() - asked;
        for (int i = 0; i < missing; i++) {
            invite();
        }
        for (int i = missing; i < 0 && !linksBySeat.isEmpty(); i++) {
            dismiss(linksBySeat.lastKey());
        }
    }

    private void invite() {
        asked++;
        int number = named++;
        var pilot = new Pilot(Names.of(number), true);
        var join = new RoomMessage.Join("house bot " + number, pilot, "", true);
        vertx.eventBus()
                .<Seating>request(RoomAddress.commands(room), join, ByReference.DELIVERY)
                .onSuccess(answer -> seat(answer, plan.level(number)))
                .onComplete(answered -> asked--);
    }

    /** A full room is no place for bots: they try again when somebody has left. */
    private void seat(Message<Seating> answer, int level) {
        if (answer.body() instanceof Seating.Seated(int seat, int link, int tick)) {
            linksBySeat.put(seat, link);
            crew.add(seat, level);
            answer.reply(null);
        }
    }

    /** Somebody else sits there from here on. */
    private void giveWay(int seat, int link) {
        Integer ours = linksBySeat.get(seat);
        if (ours != null && ours < link) {
            linksBySeat.remove(seat);
            crew.remove(seat);
        }
    }

    private void dismiss(int seat) {
        Integer link = linksBySeat.remove(seat);
        crew.remove(seat);
        if (link != null) {
            say(new RoomMessage.Leave(seat, link, true));
        }
    }

    /**
     * Latest wins, here too: of frames that came while the bots thought only the newest is played,
     * and none as long as the room has not taken in the orders before.
     */
    private void see(Frame frame) {
        boolean waits = newest != null;
        newest = frame;
        if (!waits) {
            vertx.getOrCreateContext().runOnContext(nothing -> playNewest());
        }
    }

    private void playNewest() {
        Frame frame = newest;
        newest = null;
        if (frame != null && !ordering && !linksBySeat.isEmpty()) {
            crew.watch(frame);
            ordering = true;
            vertx.eventBus()
                    .request(RoomAddress.commands(room), orders(frame), ByReference.DELIVERY)
                    .onComplete(taken -> ordering = false);
        }
    }

    private RoomMessage.Several orders(Frame frame) {
        List<RoomMessage.Orders> orders = new ArrayList<>(linksBySeat.size());
        linksBySeat.forEach(
                (seat, link) -> {
                    int[] packed = new int[ticksPerFrame];
                    Arrays.fill(packed, crew.command(seat));
                    int first = frame.tick() + LEAD_TICKS;
                    orders.add(new RoomMessage.Orders(seat, link, first, packed));
                });
        return new RoomMessage.Several(orders);
    }

    private void say(RoomMessage message) {
        vertx.eventBus().send(RoomAddress.commands(room), message, ByReference.DELIVERY);
    }
}
