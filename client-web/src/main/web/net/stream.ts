/**
 * A wire for networks that let no WebSocket through: server-sent events down, posts up, both in
 * base64. Looks like a WebSocket to its link. Owned by its link.
 *
 *   GET  /play/ROOM/stream ......... link, message, message, ..., close
 *   POST what the link says ........ a line for each message, at most 15 posts a second
 */
import type { Wire } from './link.ts';

const POST_EVERY_MILLIS = 66;
const [OPEN, CLOSED] = [1, 3] as const;

export class StreamWire implements Wire {
  binaryType: BinaryType = 'arraybuffer';
  readyState: 0 | 1 | 2 | 3 = 0;
  bufferedAmount = 0;
  onopen: WebSocket['onopen'] = null;
  onmessage: WebSocket['onmessage'] = null;
  onclose: WebSocket['onclose'] = null;
  private readonly source: EventSource;
  private readonly waiting: string[] = [];
  private link = '';
  private posting = false;
  private postedMillis = 0;

  constructor(address: string, opened: () => void) {
    this.source = new EventSource(address);
    this.source.addEventListener('link', (event) => {
      opened();
      this.begin(event);
    });
    this.source.addEventListener('close', () => this.end());
    this.source.onmessage = (event) => this.hear(event);
    // It would come back by itself, but as another connection: that is the link's to decide.
    this.source.onerror = () => this.end();
  }

  send(bytes: Parameters<WebSocket['send']>[0]): void {
    const view = bytes as Int8Array<ArrayBuffer>;
    const letters = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    this.waiting.push(btoa(String.fromCharCode(...letters)));
    this.bufferedAmount += view.byteLength;
    this.post();
  }

  close(): void {
    const last = this.waiting.splice(0).join('\n');
    if (last === '' || this.readyState !== OPEN) this.end();
    else {
      this.readyState = 2;
      void fetch(this.link, { method: 'POST', body: last, keepalive: true })
        .catch(() => undefined)
        .finally(() => this.end());
    }
  }

  private begin(event: MessageEvent<string>): void {
    const { link } = JSON.parse(event.data) as { link: string };
    this.link = link;
    this.readyState = OPEN;
    this.onopen?.call(this as unknown as WebSocket, new Event('open'));
  }

  private hear(event: MessageEvent<string>): void {
    const bytes = Uint8Array.from(atob(event.data), (letter) => letter.charCodeAt(0));
    const message = new MessageEvent('message', { data: bytes.buffer });
    this.onmessage?.call(this as unknown as WebSocket, message);
  }

  /** What came together goes up together, while nothing else is on its way. */
  private post(): void {
    if (this.posting || this.waiting.length === 0 || this.readyState !== OPEN) return;
    this.posting = true;
    const restMillis = this.postedMillis + POST_EVERY_MILLIS - performance.now();
    setTimeout(() => void this.postNow(), Math.max(0, restMillis));
  }

  private async postNow(): Promise<void> {
    this.postedMillis = performance.now();
    const body = this.waiting.splice(0).join('\n');
    this.bufferedAmount = 0;
    try {
      const answer = body === '' ? null : await fetch(this.link, { method: 'POST', body });
      if (answer && !answer.ok) this.end();
    } catch {
      this.end();
    }
    this.posting = false;
    this.post();
  }

  private end(): void {
    if (this.readyState === CLOSED) return;
    this.readyState = CLOSED;
    this.source.close();
    this.onclose?.call(this as unknown as WebSocket, new CloseEvent('close'));
  }
}
