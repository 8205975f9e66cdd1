/** Pilots to look at, called by their seats, with scores as a test wishes. */
import { Crowd } from '../../../main/web/hud/crowd.ts';

class Pilots extends Crowd {
  /** Just these are here, with their scores by seat. */
  fly(scores: Readonly<Record<number, number>>): void {
    const people = Object.entries(scores).map(([seat, score]) => ({
      ...{ seat: Number(seat), name: `Pilot ${seat}`, score, bot: false, team: 0, hue: -1 },
    }));
    this.people(people);
  }
}

/** Nobody has scored yet. */
export function pilots(seats: readonly number[]): Pilots {
  const pilots = new Pilots();
  pilots.fly(Object.fromEntries(seats.map((seat) => [seat, 0])));
  return pilots;
}
