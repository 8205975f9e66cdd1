/**
 * Whom one does not want to hear, by name: seats change with turns and connections, and the server
 * forgets with the connection. Owned by the HUD.
 */
import type { Crowd } from './crowd.ts';

/** Asks not to hear who sits in a seat any more, or to hear them again. */
export type Mute = (seat: number, on: boolean) => void;

export class Mutes {
  private readonly crowd: Crowd;
  private readonly mute: Mute;
  private readonly names = new Set<string>();
  /** Of whom the server knows, by seat. */
  private readonly told = new Map<number, string>();

  constructor(crowd: Crowd, mute: Mute) {
    this.crowd = crowd;
    this.mute = mute;
  }

  has(seat: number): boolean {
    return this.names.has(this.name(seat));
  }

  /** All who are called so go together, but for oneself. */
  set(seat: number, on: boolean, ownSeat: number): void {
    const name = this.name(seat);
    if (on) this.names.add(name);
    else this.names.delete(name);
    for (const other of this.crowd.seats()) {
      if (other !== ownSeat && this.name(other) === name) this.tell(other, on);
    }
  }

  /** Another welcome: the server may know nothing of it. */
  begin(): void {
    this.told.clear();
  }

  /** It is known anew who is here: the server is told of those whom it does not know of. */
  people(ownSeat: number): void {
    for (const [seat, name] of this.told) {
      if (this.name(seat) !== name) this.told.delete(seat);
    }
    for (const seat of this.crowd.seats()) {
      if (seat !== ownSeat && this.has(seat) && !this.told.has(seat)) this.tell(seat, true);
    }
  }

  private tell(seat: number, on: boolean): void {
    if (on) this.told.set(seat, this.name(seat));
    else this.told.delete(seat);
    this.mute(seat, on);
  }

  private name(seat: number): string {
    return this.crowd.get(seat)?.name ?? '';
  }
}
