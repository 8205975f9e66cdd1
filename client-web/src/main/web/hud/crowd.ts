/** Who flies here, by seat, as the letters tell. Owned by the game. */
import type { Person, Scores } from '../net/letters.ts';
import { neon, paint } from '../render/palette.ts';

export class Crowd {
  private readonly bySeat = new Map<number, Person>();

  people(people: readonly Person[]): void {
    this.bySeat.clear();
    for (const person of people) {
      this.bySeat.set(person.seat, person);
      if (person.hue >= 0) paint(person.seat, neon(person.hue));
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
    return this.bySeat.get(seat)?.name ?? `#${seat}`;
  }

  /** Best first; equals by name, so that the order does not flicker. */
  ranked(): readonly Person[] {
    return [...this.bySeat.values()].sort(
      (a, b) => b.score - a.score || a.name.localeCompare(b.name),
    );
  }
}
