/** The last minutes as curves. Fed once a second; owned by the health page. */
import type { Counted, Moment, RoomMoment } from './moment.ts';
import { quantile, since, together } from './spread.ts';

/** Five minutes. */
export const POINTS = 300;

export type Series =
  | 'tookMid'
  | 'tookHigh'
  | 'lateMid'
  | 'lateHigh'
  | 'step'
  | 'capture'
  | 'tell'
  | 'commands'
  | 'players'
  | 'viewers'
  | 'bytes'
  | 'skipped'
  | 'frames'
  | 'heap'
  | 'gc'
  | 'lag'
  | 'cpu';

type Point = Partial<Record<Series, number | null>>;

export class History {
  edgesMillis: readonly number[] = [];
  /** The newest is the last. */
  readonly points: Point[] = [];
  private before: Moment | null = null;
  private beforeSeconds = 0;

  take(moment: Moment, nowSeconds: number): void {
    const past = this.before;
    const seconds = nowSeconds - this.beforeSeconds;
    if (past && seconds > 0) this.keep(this.point(past, moment, seconds));
    [this.before, this.beforeSeconds] = [moment, nowSeconds];
  }

  /** The newest value of a series; null if there is none. */
  last(series: Series): number | null {
    return this.points.at(-1)?.[series] ?? null;
  }

  private keep(point: Point): void {
    this.points.push(point);
    if (this.points.length > POINTS) this.points.shift();
  }

  private point(past: Moment, now: Moment, seconds: number): Point {
    const took = this.rooms(past, now, (room) => room.took);
    const late = this.rooms(past, now, (room) => room.late);
    const lags = now.loops.map((loop, i) => since(past.loops[i]?.lag, loop.lag));
    const rate = (figure: (room: RoomMoment) => number): number =>
      grown(past, now, figure) / seconds;
    return {
      tookMid: this.at(took, 0.5),
      tookHigh: this.at(took, 0.99),
      lateMid: this.at(late, 0.5),
      lateHigh: this.at(late, 0.99),
      step: this.phase(past, now, 'step'),
      capture: this.phase(past, now, 'capture'),
      tell: this.phase(past, now, 'tell'),
      commands: this.phase(past, now, 'commands'),
      players: sum(now.rooms.map((room) => room.people)),
      viewers: sum(now.rooms.map((room) => room.viewers)),
      bytes: rate((room) => room.bytes),
      frames: rate((room) => room.frames),
      skipped: rate((room) => room.skipped),
      heap: now.machine.heapBytes,
      gc: since(past.machine.gc, now.machine.gc).sumMillis,
      lag: this.at(together(lags), 0.99),
      cpu: Math.max(0, now.machine.cpuSeconds - past.machine.cpuSeconds) / seconds,
    };
  }

  private phase(past: Moment, now: Moment, name: string): number | null {
    const none: Counted = { counts: [], sumMillis: 0 };
    return this.at(
      this.rooms(past, now, (room) => room.phases[name] ?? none),
      0.99,
    );
  }

  private at(counted: Counted, part: number): number | null {
    return quantile(counted, this.edgesMillis, part);
  }

  private rooms(past: Moment, now: Moment, pick: (room: RoomMoment) => Counted): Counted {
    return together(
      now.rooms.map((room) => {
        const before = same(past, room);
        return since(before ? pick(before) : undefined, pick(room));
      }),
    );
  }
}

/** The same opening of the same room. */
function same(past: Moment, room: RoomMoment): RoomMoment | undefined {
  return past.rooms.find((before) => before.address === room.address);
}

function grown(past: Moment, now: Moment, figure: (room: RoomMoment) => number): number {
  return sum(
    now.rooms.map((room) => {
      const before = same(past, room);
      return Math.max(0, figure(room) - (before ? figure(before) : 0));
    }),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
