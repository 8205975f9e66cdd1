/** The rooms a server tells of, and which of them to fly in if nobody chooses. */
export interface RoomLine {
  readonly id: string;
  readonly mode: string;
  readonly players: number;
  readonly capacity: number;
  /** Asks for a password. */
  readonly locked: boolean;
}

export interface Rooms {
  readonly rooms: readonly RoomLine[];
  readonly pingMillis: number;
}

/** Throws an Error where the answer is none. */
export async function askRooms(clock: () => number): Promise<Rooms> {
  const asked = clock();
  const answer = await fetch('/api/rooms', { cache: 'no-store' });
  const pingMillis = clock() - asked;
  if (!answer.ok) throw new Error(`rooms: ${answer.status}`);
  return { rooms: readRooms(await answer.json()), pingMillis };
}

export function readRooms(answer: unknown): readonly RoomLine[] {
  const rooms = (answer as { rooms?: unknown } | null)?.rooms;
  if (!Array.isArray(rooms)) throw new Error('rooms is not a list');
  return rooms.map((room: Readonly<Record<string, unknown>>) => ({
    id: String(room.id),
    mode: String(room.mode),
    players: Number(room.players),
    capacity: Number(room.capacity),
    locked: room.locked === true,
  }));
}

/** The open room where most fly and a seat is left; else the first; none if there is none. */
export function bestRoom(rooms: readonly RoomLine[]): string | null {
  let best: RoomLine | undefined;
  for (const room of rooms) {
    const open = !room.locked && room.players < room.capacity;
    if (open && (!best || room.players > best.players)) best = room;
  }
  return (best ?? rooms[0])?.id ?? null;
}
