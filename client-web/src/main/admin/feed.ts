/** Hears the server's moments, and tries again when the stream ends. Owned by the page. */
import { type Door, Refused } from './door.ts';
import { EventReader } from './events.ts';
import type { Moment } from './moment.ts';

const RETRY_MILLIS = 2000;

export interface Hearing {
  edges(millis: readonly number[]): void;
  moment(moment: Moment): void;
  /** The stream ended, or could not be had. */
  lost(why: string): void;
  /** The token is good for nothing any more. */
  stranger(): void;
}

export class Feed {
  private readonly door: Door;
  private readonly hearing: Hearing;
  private stopping = new AbortController();

  constructor(door: Door, hearing: Hearing) {
    this.door = door;
    this.hearing = hearing;
  }

  start(): void {
    this.stopping = new AbortController();
    void this.run(this.stopping.signal);
  }

  stop(): void {
    this.stopping.abort();
  }

  private async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.hear(signal);
        this.hearing.lost('the server ended the stream');
      } catch (problem) {
        if (signal.aborted) return;
        if (problem instanceof Refused && problem.status === 401) {
          this.hearing.stranger();
          return;
        }
        this.hearing.lost(problem instanceof Refused ? problem.message : 'no answer');
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY_MILLIS));
    }
  }

  private async hear(signal: AbortSignal): Promise<void> {
    const reader = (await this.door.listen('/live', signal)).getReader();
    const [letters, events] = [new TextDecoder(), new EventReader()];
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      for (const { event, data } of events.take(letters.decode(value, { stream: true }))) {
        if (event === 'edges')
          this.hearing.edges((JSON.parse(data) as { millis: number[] }).millis);
        if (event === 'moment') this.hearing.moment(JSON.parse(data) as Moment);
      }
    }
  }
}
