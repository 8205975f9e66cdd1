/**
 * Bots for Apsis: write a {@link dev.apsis.protocol.bot.Pilot}, let it fly.
 *
 * <pre>{@code
 * Pilot pilot =
 *         view ->
 *                 view.nearestEnemy()
 *                         .flatMap(view::aim)
 *                         .map(aim -> Command.coast().heading(aim.heading()).fire())
 *                         .orElse(Command.coast().thrust());
 * Bot.fly(URI.create("ws://127.0.0.1:7777/play/arena"), "Ada", pilot).join();
 * }</pre>
 *
 * <p>What it sees is a {@link dev.apsis.protocol.bot.View}, what it wants a {@link
 * dev.apsis.protocol.bot.Command}; {@link dev.apsis.protocol.bot.Bot} says what happens with time,
 * lost lines and threads. Three to read are in {@code dev.apsis.protocol.bot.pilots}.
 *
 * <p>This package is public API and stable: within one major version its names stay and mean what
 * they mean; additions are possible. What other packages of this module offer may change with any
 * version, except for what a signature here names.
 *
 * <p>A pilot meets one of three carriers and cannot tell which: a server over a WebSocket, many
 * pilots in one process that load a server, or a headless match without any socket. All of them are
 * built on {@link dev.apsis.protocol.bot.Cockpit}, which turns messages into views and commands
 * into messages and knows neither sockets nor clocks.
 */
@NullMarked
package dev.apsis.protocol.bot;

import org.jspecify.annotations.NullMarked;
