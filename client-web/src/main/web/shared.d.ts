/**
 * The Java protocol module, compiled by TeaVM; mirrors dev.apsis.web.Shared. Live views: fetch them
 * once.
 */
declare module '#shared' {
  /** WebSocket subprotocol to ask for. */
  export function subprotocol(): string;

  // --- what the client says; each returns the bytes to send

  /** `hue`: degrees on the circle of colours, 0..359, or -1 for any. */
  export function hello(
    name: string,
    token: string,
    password: string,
    spectate: boolean,
    hue: number,
  ): Int8Array<ArrayBuffer>;
  /**
   * `packed[0..count)` are commands for the ticks firstTick, firstTick + 1, ...; `seenTick`
   * acknowledges a frame.
   */
  export function commands(
    seenTick: number,
    firstTick: number,
    packed: Int32Array,
    count: number,
  ): Int8Array<ArrayBuffer>;
  export function ping(serial: number): Int8Array<ArrayBuffer>;
  /** Asks to be told everything again. */
  export function resync(): Int8Array<ArrayBuffer>;
  /** Leaves for good. */
  export function goodbye(): Int8Array<ArrayBuffer>;
  /** Says something to everybody, or to the own team. */
  export function say(team: boolean, text: string): Int8Array<ArrayBuffer>;
  /** Nobody looks: no snapshots until somebody does again. */
  export function pause(on: boolean): Int8Array<ArrayBuffer>;
  /** A spectator looks from where a pilot is. */
  export function follow(seat: number): Int8Array<ArrayBuffer>;

  /** A spectator looks from a place of its own, whole units of -32000..32000; it follows nobody. */
  export function look(x: number, y: number): Int8Array<ArrayBuffer>;
  /** Gives a sign from the wheel, by its place in `signs()`. */
  export function emote(sign: number): Int8Array<ArrayBuffer>;
  /** Does not want to hear a pilot's words and signs, or does again. */
  export function mute(seat: number, on: boolean): Int8Array<ArrayBuffer>;
  /** What the wheel holds, by place: 'good_fight', 'nice_shot', ... */
  export function signs(): string[];

  /**
   * One tick's wishes as an int. turn: 0 none, 1 left, 2 right, 3 towards `aim` (0..65535, a full
   * circle).
   */
  export function pack(
    turn: number,
    aim: number,
    thrust: boolean,
    brake: boolean,
    boost: boolean,
    fire: boolean,
    jump: boolean,
  ): number;

  // --- what the server says

  /**
   * Reads one binary message and returns its kind (an index into `kinds()`); throws an Error saying
   * what is malformed.
   */
  export function receive(message: Int8Array): number;
  /** Message kinds by name, e.g. 'welcome', 'refusal', 'snapshot', 'pong'. */
  export function kinds(): string[];
  /**
   * The last message that was not a snapshot, as JSON text: {"kind":"welcome",...}. Field names:
   * docs/PROTOCOL.md.
   */
  export function letter(): string;

  // --- what this client knows of the world: the roster, in wire integers
  // (positions in 1/65536 unit, velocities in 1/65536 unit per tick)

  /** Tick of the last snapshot. */
  export function tick(): number;
  /** Newest own command that was applied, as a tick; and how many half ticks early it arrived. */
  export function ackedTick(): number;
  export function slack(): number;
  /** How many entities are known: the valid part of the arrays below. */
  export function count(): number;
  export function types(): Int32Array;
  /** A number for each entity, never used again while the connection lasts. */
  export function keys(): Int32Array;
  /** Fields of entity i begin at i * stride(). */
  export function rows(): Int32Array;
  export function stride(): number;
  /** Index of own ship in the roster, or -1; and its owner-only fields. */
  export function self(): number;
  export function secrets(): Int32Array;
  /**
   * Where a field stands: typeIndex('ship'), fieldIndex('ship', 'x'), secretIndex('ship',
   * 'energy').
   */
  export function typeIndex(type: string): number;
  export function fieldIndex(type: string, field: string): number;
  export function secretIndex(type: string, field: string): number;
  /**
   * Entities that left with the last snapshot: key, type, 1 if it came to its end (0: out of
   * sight), then its last row.
   */
  export function goneCount(): number;
  export function gone(): Int32Array;

  /**
   * What happened with the last snapshot: the event's index, the index of whom it happened to in
   * the roster, then its fields.
   */
  export function eventCount(): number;
  export function events(): Int32Array;
  export function eventStride(): number;
  export function eventIndex(event: string): number;
  /** How often the server's fingerprint of this roster differed: never, unless a bug. */
  export function desyncs(): number;

  // --- the shared rules of movement, on rows of the caller's own

  /**
   * Moves an entity's row on by `ticks`, keeping what its pilot last did. The row stands at
   * rows[at...] and at `tick`.
   */
  export function drift(
    type: number,
    rows: Int32Array,
    at: number,
    tick: number,
    ticks: number,
  ): void;
  /** Moves the rows of all on from `tick` to the next, but those of a type below 0. */
  export function driftAll(types: Int32Array, rows: Int32Array, count: number, tick: number): void;
  /** Moves a ship on from `tick` to the next under a packed command, owner-only fields too. */
  export function fly(
    rows: Int32Array,
    at: number,
    secrets: Int32Array,
    secretsAt: number,
    command: number,
    tick: number,
  ): void;
  /** Writes the torpedo that leaves a ship's tube now: all of it but the number of its shot. */
  export function launch(
    ships: Int32Array,
    at: number,
    torpedoes: Int32Array,
    torpedoAt: number,
  ): void;

  // --- the arena, known after 'welcome'

  /**
   * Writes x, y (units, Float64) of every star, planet and moon at a tick into `out`; returns how
   * many.
   */
  export function bodies(tick: number, out: Float64Array): number;
}
