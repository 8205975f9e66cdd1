/** Which room this page is for, and where its socket is. */
/** `/play/{room}` names the room; any other path is the lobby's: null. */
export function roomOf(path: string): string | null {
  const found = /^\/play\/([^/]+)\/?$/.exec(path);
  return found ? decodeURIComponent(found[1]!) : null;
}

/** Where those play whose network lets no WebSocket through. */
export function streamAddress(room: string): string {
  return `/play/${encodeURIComponent(room)}/stream`;
}

export function socketAddress(page: Pick<Location, 'protocol' | 'host'>, room: string): string {
  const scheme = page.protocol === 'https:' ? 'wss' : 'ws';
  return `${scheme}://${page.host}/play/${encodeURIComponent(room)}`;
}
