/**
 * Which way to the room: by WebSocket, and where none ever opens by a stream. From there it looks
 * now and then whether a WebSocket opens by now, and if so goes back. Owned by the game.
 */
import type { Wire } from './link.ts';

/** Opens a wire; calls `opened` when it is open. */
export type Way = (opened: () => void) => Wire;

/** After so many tries in a row that never opened the other way is tried. */
const TRIES = 2;
const LOOK_AGAIN_MILLIS = 60_000;

export class Detour {
  private readonly socket: Way;
  private readonly stream: Way;
  private wire: Wire | null = null;
  private taken = false;
  private opened = true;
  private failures = 0;
  private lookedMillis = 0;

  constructor(socket: Way, stream: Way) {
    this.socket = socket;
    this.stream = stream;
  }

  /** Whether no WebSocket gets through, as far as one knows. */
  active(): boolean {
    return this.taken;
  }

  open(nowMillis: number): Wire {
    this.failures = this.opened ? 0 : this.failures + 1;
    if (this.failures >= TRIES) {
      this.taken = !this.taken;
      this.failures = 0;
    }
    this.opened = false;
    this.lookedMillis = nowMillis;
    const way = this.taken ? this.stream : this.socket;
    this.wire = way(() => {
      this.opened = true;
    });
    return this.wire;
  }

  /** A few times a second. */
  run(nowMillis: number): void {
    if (!this.taken || nowMillis - this.lookedMillis < LOOK_AGAIN_MILLIS) return;
    this.lookedMillis = nowMillis;
    const probe = this.socket(() => {
      probe.close();
      this.taken = false;
      this.wire?.close();
    });
  }
}
