/** Who flies here, by seat, as the letters tell. Owned by the game. */
import { folded } from '../net/badge.ts';
import type { Person, Scores } from '../net/letters.ts';
import { enlist, neon, paint, unpaint } from '../render/palette.ts';

/** House bots carry it in their names; where a badge says the same it is left out. */
const BOT_PREFIX = 'bot ';

/** One side of a match, with what its pilots have scored together. */
export interface Side {
  readonly side: number;
  readonly score: number;
}

export class Crowd {
  private readonly bySeat = new Map<number, Person>();
  private readonly byName = new Map<string, number>();

  people(people: readonly Person[]): void {
    this.bySeat.clear();
    this.byName.clear();
    unpaint();
    for (const person of people) {
      this.bySeat.set(person.seat, person);
      this.byName.set(folded(person.name), person.seat);
      if (person.hue >= 0) paint(person.seat, neon(person.hue));
      enlist(person.seat, person.team);
    }
  }

  scores({ scores }: Scores): void {
    for (const { seat, score } of scores) {
      const person = this.bySeat.get(seat);
      if (person) this.bySeat.set(seat, { ...person, score });
    }
  }

  get(seat: number): Person | undefined {
    return this.bySeat.get(seat);
  }

  seats(): readonly number[] {
    return [...this.bySeat.keys()];
  }

  name(seat: number): string {
    const person = this.bySeat.get(seat);
    if (!person) return `#${seat}`;
    const { bot, name } = person;
    return bot && name.startsWith(BOT_PREFIX) ? name.slice(BOT_PREFIX.length) : name;
  }

  /** The seat of who is called so, however it is written; -1: nobody is. */
  named(name: string): number {
    const { byName } = this;
    return byName.get(folded(name)) ?? byName.get(folded(BOT_PREFIX + name)) ?? -1;
  }

  /** The seat with the best score, among equals that of who is `followed`; -1: nobody flies. */
  leader(followed: number): number {
    let best = this.bySeat.get(followed);
    for (const person of this.bySeat.values()) {
      if (!best || person.score > best.score) best = person;
    }
    return best?.seat ?? -1;
  }

  isBot(seat: number): boolean {
    return this.bySeat.get(seat)?.bot === true;
  }

  /** 0 where nobody flies for a side. */
  side(seat: number): number {
    return this.bySeat.get(seat)?.team ?? 0;
  }

  /** Best first; none where everyone is alone. */
  sides(): readonly Side[] {
    const scores = new Map<number, number>();
    for (const { team, score } of this.bySeat.values()) {
      if (team > 0) scores.set(team, (scores.get(team) ?? 0) + score);
    }
    return [...scores]
      .map(([side, score]) => ({ side, score }))
      .sort((a, b) => b.score - a.score || a.side - b.side);
  }

  /** Best first; equals by name, so that the order does not flicker. */
  ranked(): readonly Person[] {
    return [...this.bySeat.values()].sort(
      (a, b) => b.score - a.score || a.name.localeCompare(b.name),
    );
  }
}
