/** The rooms a server tells of, which of them to fly in if nobody chooses, and new ones. */
export interface RoomLine {
  readonly id: string;
  readonly mode: string;
  /** 0: everybody for themselves. */
  readonly teams: number;
  readonly players: number;
  readonly capacity: number;
  /** Asks for a password. */
  readonly locked: boolean;
}

export interface Rooms {
  readonly rooms: readonly RoomLine[];
  /** The way to the server and back; NaN until it can be told. */
  readonly pingMillis: number;
}

export const MODES = ['ffa', 'teams', 'duel'] as const;
export type Mode = (typeof MODES)[number];

/** What `POST /api/rooms` takes. */
export interface RoomWish {
  readonly mode: Mode;
  readonly capacity: number;
  readonly bots: number;
  readonly teams?: number;
  readonly password?: string;
  readonly listed: boolean;
}

/** What quick play opens where no seat is free. */
export const QUICK_WISH: RoomWish = { mode: 'ffa', capacity: 32, bots: 8, listed: true };
const KEPT_PINGS = 5;
/** The browser keeps 250 and then no more. */
const MOST_ENTRIES = 200;
const ROOMS = '/api/rooms';

/** Asks for the rooms; the best of the last answers' times is the ping. Owned by the lobby. */
export class Inquiry {
  private readonly clock: () => number;
  private readonly pings: number[] = [];

  constructor(clock: () => number) {
    this.clock = clock;
  }

  /** Throws an Error where the answer is none. */
  async ask(): Promise<Rooms> {
    const asked = this.clock();
    const answer = await fetch(ROOMS, { cache: 'no-store' });
    this.measured(wireMillis() ?? this.clock() - asked);
    if (!answer.ok) throw new Error(`rooms: ${answer.status}`);
    return { rooms: inOrder(readRooms(await answer.json())), pingMillis: this.pingMillis() };
  }

  /** The first answer came while the page was still busy with itself: it tells nothing. */
  measured(millis: number): void {
    this.pings.push(millis);
    if (this.pings.length > KEPT_PINGS) this.pings.shift();
  }

  pingMillis(): number {
    return this.pings.length < 2 ? Number.NaN : Math.min(...this.pings);
  }
}

/** How long the last answer took by wire alone, however busy the page was. */
function wireMillis(): number | null {
  const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const last = entries.at(-1);
  if (entries.length > MOST_ENTRIES) performance.clearResourceTimings();
  if (!last?.name.endsWith(ROOMS) || last.requestStart === 0) return null;
  return last.responseStart - last.requestStart;
}

export function readRooms(answer: unknown): readonly RoomLine[] {
  const rooms = (answer as { rooms?: unknown } | null)?.rooms;
  if (!Array.isArray(rooms)) throw new Error('rooms is not a list');
  return rooms.map(readRoom);
}

function readRoom(room: Readonly<Record<string, unknown>>): RoomLine {
  return {
    id: String(room.id),
    mode: String(room.mode),
    teams: typeof room.teams === 'number' ? room.teams : 0,
    players: Number(room.players),
    capacity: Number(room.capacity),
    locked: room.locked === true,
  };
}

export function isFull({ players, capacity }: RoomLine): boolean {
  return players >= capacity;
}

/** Where one can fly first, then where most do. */
export function inOrder(rooms: readonly RoomLine[]): readonly RoomLine[] {
  const closed = (room: RoomLine) => Number(isFull(room) || room.locked);
  return [...rooms].sort((a, b) => closed(a) - closed(b) || b.players - a.players);
}

/** The open room where most fly and a seat is left; null if there is none. */
export function bestRoom(rooms: readonly RoomLine[]): string | null {
  const best = inOrder(rooms)[0];
  return best && !best.locked && !isFull(best) ? best.id : null;
}

/** Opens a room and tells its name; throws an Error in the server's words if it may not be. */
export async function openRoom(wish: RoomWish): Promise<string> {
  const answer = await fetch(ROOMS, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(wish),
  });
  const told = (await answer.json()) as { id?: unknown; detail?: unknown };
  if (answer.status === 201) return String(told.id);
  throw new Error(String(told.detail ?? answer.status));
}

/** The address to hand to friends. */
export function linkTo(room: string): string {
  return `${location.origin}/play/${encodeURIComponent(room)}`;
}
