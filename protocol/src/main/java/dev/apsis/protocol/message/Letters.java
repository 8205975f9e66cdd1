package dev.apsis.protocol.message;

import dev.apsis.protocol.orbit.Body;

/** The server's messages as JSON text: for the subprotocol that speaks it, and for TypeScript. */
public final class Letters {
    private Letters() {}

    public static String json(ServerMessage message) {
        var out = new JsonText().begin();
        switch (message) {
            case Welcome welcome -> welcome(out, welcome);
            case Refused refused ->
                    out.put("kind", "refusal")
                            .put("reason", refused.reason().word())
                            .put("text", refused.text());
            case Pong pong ->
                    out.put("kind", "pong")
                            .put("serial", pong.serial())
                            .put("tick", pong.tick())
                            .put("micros", pong.micros());
            case People people -> people(out, people);
            case Notice notice -> out.put("kind", "notice").put("text", notice.text());
            case Radar radar -> radar(out, radar);
            case Chat chat ->
                    out.put("kind", "chat")
                            .put("seat", chat.seat())
                            .put("team", chat.team())
                            .put("text", chat.text());
            case Scores scores -> scores(out, scores);
            case Kill kill -> kill(out, kill);
            case Round round -> round(out, round);
            case Emote emote ->
                    out.put("kind", "emote")
                            .put("seat", emote.seat())
                            .put("sign", emote.sign().word());
        }
        return out.end().toString();
    }

    private static void welcome(JsonText out, Welcome welcome) {
        out.put("kind", "welcome")
                .put("seat", welcome.seat())
                .put("token", welcome.token())
                .put("room", welcome.room())
                .put("tick", welcome.tick())
                .put("ticksPerFrame", welcome.ticksPerFrame())
                .put("ticksPerSecond", welcome.arena().ticksPerSecond())
                .put("behaviorVersion", welcome.behaviorVersion())
                .beginIn("arena")
                .put("radius", welcome.arena().radiusUnits())
                .beginList("bodies");
        for (Body body : welcome.arena().bodies()) {
            out.begin()
                    .put("kind", lower(body.type().name()))
                    .put("radius", body.radiusUnits())
                    .put("pull", body.pull())
                    .put("parent", body.parent())
                    .put("orbit", body.orbitUnits())
                    .put("phase", body.phase())
                    .put("anglePerTick", body.anglePerTick())
                    .end();
        }
        out.endList().end();
    }

    private static void people(JsonText out, People people) {
        out.put("kind", "people").beginList("people");
        for (People.Person person : people.people()) {
            out.begin()
                    .put("seat", person.seat())
                    .put("name", person.name())
                    .put("bot", person.bot())
                    .put("team", person.team())
                    .put("hue", person.hue())
                    .put("score", person.score())
                    .end();
        }
        out.endList();
    }

    private static void radar(JsonText out, Radar radar) {
        out.put("kind", "radar").put("tick", radar.tick()).beginList("ships");
        for (int i = 0; i < radar.blips().length; i++) {
            out.begin()
                    .put("xPercent", radar.xPercent(i))
                    .put("yPercent", radar.yPercent(i))
                    .put("team", radar.team(i))
                    .put("leads", radar.leads(i))
                    .end();
        }
        out.endList();
    }

    private static void scores(JsonText out, Scores scores) {
        out.put("kind", "scores").beginList("scores");
        for (Scores.Score score : scores.scores()) {
            out.begin().put("seat", score.seat()).put("score", score.score()).end();
        }
        out.endList();
    }

    private static void kill(JsonText out, Kill kill) {
        out.put("kind", "kill")
                .put("victim", kill.victim())
                .put("killer", kill.killer())
                .put("cause", lower(kill.cause().name()))
                .put("bounty", kill.bounty())
                .beginList("assists");
        for (int seat : kill.assists()) {
            out.add(seat);
        }
        out.endList()
                .put("victimMillis", kill.trips().victimMillis())
                .put("killerMillis", kill.trips().killerMillis());
    }

    private static void round(JsonText out, Round round) {
        out.put("kind", "round")
                .put("phase", lower(round.phase().name()))
                .put("number", round.number())
                .put("endsTick", round.endsTick())
                .put("winner", round.winner())
                .put("winningTeam", round.winningTeam())
                .beginList("standings");
        for (Round.Standing standing : round.standings()) {
            out.begin()
                    .put("seat", standing.seat())
                    .put("team", standing.team())
                    .put("score", standing.score())
                    .put("kills", standing.kills())
                    .put("deaths", standing.deaths())
                    .end();
        }
        out.endList();
    }

    /** Enum names are plain ASCII letters. */
    private static String lower(String name) {
        var lower = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            lower.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
        }
        return lower.toString();
    }
}
