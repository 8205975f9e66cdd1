/** Who flies for whom: torpedoes pass through friends. Owned by the flight. */
export class Sides {
  private readonly teams = new Map<number, number>();

  /** Team 0 is none. */
  take(people: readonly { readonly seat: number; readonly team: number }[]): void {
    this.teams.clear();
    for (const { seat, team } of people) if (team !== 0) this.teams.set(seat, team);
  }

  friends(seat: number, other: number): boolean {
    const team = this.teams.get(seat);
    return team !== undefined && team === this.teams.get(other);
  }
}
