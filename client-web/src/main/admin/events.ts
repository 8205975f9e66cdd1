/** Takes server-sent events apart, however the network cut them. */
export interface ServerEvent {
  readonly event: string;
  readonly data: string;
}

export class EventReader {
  private rest = '';

  /** The events that are whole with this piece; the beginning of the next is kept. */
  take(piece: string): ServerEvent[] {
    const parts = (this.rest + piece).split('\n\n');
    this.rest = parts.pop() ?? '';
    return parts.map(read);
  }
}

function read(part: string): ServerEvent {
  const fields: Record<string, string> = { event: 'message', data: '' };
  for (const line of part.split('\n')) {
    const colon = line.indexOf(': ');
    if (colon > 0) fields[line.slice(0, colon)] = line.slice(colon + 2);
  }
  return { event: fields.event ?? '', data: fields.data ?? '' };
}
