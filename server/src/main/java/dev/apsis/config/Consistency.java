package dev.apsis.config;

import java.util.List;

/** Whether settings that are allowed each for itself go together. Pure. */
final class Consistency {
    private final RoomSettings room;
    private final List<Problem> problems;

    private Consistency(RoomSettings room, List<Problem> problems) {
        this.room = room;
        this.problems = problems;
    }

    static void check(Settings settings, List<Problem> problems) {
        Given only = settings.given(RoomKeys.NAME.under(RoomKeys.SECTION));
        boolean several = settings.rooms().stream().noneMatch(room -> room.isOnly());
        if (several && only.source() != Source.DEFAULT) {
            problems.add(only.problem("is for a server without 'rooms': leave it out"));
        }
        ApproachKeys.check(settings, problems);
        Given address = settings.given(DirectoryKeys.ADDRESS);
        if (!settings.get(DirectoryKeys.ADDRESS).isEmpty()
                && settings.get(DirectoryKeys.URLS).isEmpty()) {
            problems.add(address.problem("needs directory.urls, or nobody is told of it"));
        }
        settings.rooms().forEach(room -> new Consistency(room, problems).check());
    }

    private void check() {
        boolean duel = room.get(RoomKeys.MODE).equals("duel");
        boolean takesTurns = !room.get(RoomKeys.ROTATION).isEmpty();
        Given capacity = room.given(RoomKeys.CAPACITY);
        Given teams = room.given(RoomKeys.TEAMS);
        if (duel && !takesTurns && room.givenBeside(RoomKeys.CAPACITY, RoomKeys.MODE)) {
            refuse(
                    room.get(RoomKeys.CAPACITY) != 2,
                    "a duel has 2 seats: leave %s %s out",
                    capacity);
        }
        boolean withTeams = takesTurns || room.get(RoomKeys.MODE).equals("teams");
        if (!withTeams && room.givenBeside(RoomKeys.TEAMS, RoomKeys.MODE)) {
            problems.add(
                    teams.problem(
                            "goes with %s teams only, not with %s"
                                    .formatted(modeName(teams), room.get(RoomKeys.MODE))));
        }
        checkSeats();
        checkReserved();
    }

    private static String modeName(Given beside) {
        return beside.source() == Source.FLAG ? "--mode" : "mode";
    }

    private void refuse(boolean wrong, String sentence, Given given) {
        if (wrong) {
            problems.add(
                    new Problem(given.place(), sentence.formatted(given.name(), given.shown())));
        }
    }

    private void checkSeats() {
        int seats = room.seats();
        Given bots = room.given(RoomKeys.BOTS);
        if (room.get(RoomKeys.BOTS) > seats) {
            problems.add(
                    bots.problem(
                            "is 0 to the capacity, which is %d, not %s"
                                    .formatted(seats, bots.shown())));
        }
        Given reserved = room.given(RoomKeys.RESERVED_SEATS);
        if (room.get(RoomKeys.RESERVED_SEATS) > seats) {
            problems.add(
                    reserved.problem(
                            "is 0 to the capacity, which is %d, not %s"
                                    .formatted(seats, reserved.shown())));
        }
    }

    private void checkReserved() {
        boolean keeps = room.get(RoomKeys.RESERVED_SEATS) > 0;
        String key = room.get(RoomKeys.RESERVED_PASSWORD);
        if (keeps && key.isEmpty()) {
            problems.add(
                    room.given(RoomKeys.RESERVED_SEATS)
                            .problem("needs a reserved-password, or nobody could have them"));
        }
        if (!key.isEmpty() && key.equals(room.get(RoomKeys.PASSWORD))) {
            problems.add(
                    room.given(RoomKeys.RESERVED_PASSWORD)
                            .problem("is the password of everybody: choose another"));
        }
    }
}
